ALTER TABLE "bookings" ADD COLUMN "cancel_sent_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "replaced_change" text;--> statement-breakpoint
ALTER TABLE "holds" ADD COLUMN "price" jsonb;--> statement-breakpoint
ALTER TABLE "passes" ADD COLUMN "next_look_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "passes" ADD COLUMN "looks" integer DEFAULT 0 NOT NULL;