DROP INDEX "bookings_status";--> statement-breakpoint
DROP INDEX "bookings_cancelling";--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "flagged_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "flagged_for" text;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "replaces" text;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "replaced_by" text;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "change" text;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "next_look_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "looks" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "bookings_unsettled" ON "bookings" USING btree ("next_look_at") WHERE "bookings"."status" in ('checking', 'pending') or "bookings"."is_cancelling" or "bookings"."change" = 'waiting';