ALTER TABLE "catalogue_entries" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "catalogue_syncs" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "catalogue_syncs" ADD COLUMN "full_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "catalogue_syncs" ADD COLUMN "changes_known_at" timestamptz(3);--> statement-breakpoint
CREATE INDEX "catalogue_entries_revision" ON "catalogue_entries" USING btree ("scope","revision");