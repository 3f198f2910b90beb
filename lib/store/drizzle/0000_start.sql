CREATE TABLE "bookings" (
	"id" text PRIMARY KEY NOT NULL,
	"brand_id" text NOT NULL,
	"client_user_id" text NOT NULL,
	"pass_id" text NOT NULL,
	"hold_id" text NOT NULL,
	"resource_id" text NOT NULL,
	"resource_name" text NOT NULL,
	"module" integer NOT NULL,
	"hub" text,
	"hub_name" text,
	"city" text,
	"terminal" text,
	"location" text,
	"at" text NOT NULL,
	"time_zone" text NOT NULL,
	"adults" integer NOT NULL,
	"children" integer NOT NULL,
	"holder_first_name" text NOT NULL,
	"holder_last_name" text NOT NULL,
	"status" text NOT NULL,
	"refusal" text,
	"cancellation" jsonb NOT NULL,
	"request_id" text NOT NULL,
	"order_id" text,
	"vouchers" jsonb NOT NULL,
	"visits_used" integer NOT NULL,
	"held_until" timestamptz(3) NOT NULL,
	"cancel_request_id" text,
	"is_cancelling" boolean DEFAULT false NOT NULL,
	"cancel_asked_at" timestamptz(3),
	"created_at" timestamptz(3) NOT NULL,
	"cancelled_at" timestamptz(3),
	"vendor_as_of" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "catalogue_entries" (
	"scope" text NOT NULL,
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"data" jsonb NOT NULL,
	"confirmed_at" timestamptz(3) NOT NULL,
	CONSTRAINT "catalogue_entries_scope_kind_id_pk" PRIMARY KEY("scope","kind","id")
);
--> statement-breakpoint
CREATE TABLE "catalogue_leases" (
	"scope" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"expires_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "catalogue_syncs" (
	"scope" text PRIMARY KEY NOT NULL,
	"completed_at" timestamptz(3) NOT NULL,
	"hub_count" integer NOT NULL,
	"resource_count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "holds" (
	"id" text PRIMARY KEY NOT NULL,
	"brand_id" text NOT NULL,
	"client_user_id" text NOT NULL,
	"pass_id" text NOT NULL,
	"resource_id" text NOT NULL,
	"module" integer NOT NULL,
	"at" text NOT NULL,
	"time_zone" text NOT NULL,
	"adults" integer NOT NULL,
	"children" integer NOT NULL,
	"prebooking_token" text NOT NULL,
	"held_until" timestamptz(3) NOT NULL,
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"brand_id" text NOT NULL,
	"client_user_id" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"subject_id" text,
	"status" integer,
	"body" jsonb,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "idempotency_keys_brand_id_client_user_id_key_pk" PRIMARY KEY("brand_id","client_user_id","key")
);
--> statement-breakpoint
CREATE TABLE "passes" (
	"id" text PRIMARY KEY NOT NULL,
	"brand_id" text NOT NULL,
	"client_user_id" text NOT NULL,
	"offer_id" text NOT NULL,
	"title" text NOT NULL,
	"module" integer NOT NULL,
	"state" text NOT NULL,
	"request" jsonb,
	"vendor" jsonb,
	"vendor_as_of" timestamptz(3),
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "used_launch_tokens" (
	"issuer" text NOT NULL,
	"jti" text NOT NULL,
	"expires_at" timestamptz(3) NOT NULL,
	CONSTRAINT "used_launch_tokens_issuer_jti_pk" PRIMARY KEY("issuer","jti")
);
--> statement-breakpoint
CREATE INDEX "bookings_owner" ON "bookings" USING btree ("brand_id","client_user_id");--> statement-breakpoint
CREATE INDEX "bookings_status" ON "bookings" USING btree ("status");--> statement-breakpoint
CREATE INDEX "bookings_cancelling" ON "bookings" USING btree ("is_cancelling");--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_hold" ON "bookings" USING btree ("hold_id");--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_order" ON "bookings" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "holds_pass" ON "holds" USING btree ("pass_id");--> statement-breakpoint
CREATE INDEX "passes_owner" ON "passes" USING btree ("brand_id","client_user_id");