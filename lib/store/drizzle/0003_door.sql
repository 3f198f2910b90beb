CREATE TABLE "brand_events" (
	"id" text PRIMARY KEY NOT NULL,
	"brand_id" text NOT NULL,
	"client_user_id" text NOT NULL,
	"type" text NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"delivered_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "door_refusals" (
	"id" text PRIMARY KEY NOT NULL,
	"brand_id" text NOT NULL,
	"client_user_id" text NOT NULL,
	"pass_id" text NOT NULL,
	"booking_id" text,
	"resource_id" text,
	"place_name" text NOT NULL,
	"hub" text,
	"terminal" text,
	"happened_at" timestamptz(3) NOT NULL,
	"reason" text NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE INDEX "brand_events_owner" ON "brand_events" USING btree ("brand_id","client_user_id");--> statement-breakpoint
CREATE INDEX "brand_events_waiting" ON "brand_events" USING btree ("created_at") WHERE "brand_events"."delivered_at" is null;--> statement-breakpoint
CREATE INDEX "door_refusals_owner" ON "door_refusals" USING btree ("brand_id","client_user_id");