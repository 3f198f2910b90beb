CREATE TABLE "wallet_cards" (
	"wallet" text NOT NULL,
	"card_id" text NOT NULL,
	"subject_id" text NOT NULL,
	"brand_id" text NOT NULL,
	"client_user_id" text,
	"locale" text,
	"shown" text NOT NULL,
	"seen_as_of" timestamptz(3),
	"saved_at" timestamptz(3) NOT NULL,
	"changed_at" timestamptz(3) NOT NULL,
	"due_at" timestamptz(3),
	"attempts" integer DEFAULT 0 NOT NULL,
	"kept_until" timestamptz(3) NOT NULL,
	CONSTRAINT "wallet_cards_wallet_card_id_pk" PRIMARY KEY("wallet","card_id")
);
--> statement-breakpoint
CREATE TABLE "wallet_devices" (
	"device_id" text NOT NULL,
	"card_id" text NOT NULL,
	"brand_id" text NOT NULL,
	"push_token" text NOT NULL,
	"registered_at" timestamptz(3) NOT NULL,
	"told_at" timestamptz(3) NOT NULL,
	CONSTRAINT "wallet_devices_device_id_card_id_pk" PRIMARY KEY("device_id","card_id")
);
--> statement-breakpoint
CREATE INDEX "wallet_cards_owner" ON "wallet_cards" USING btree ("brand_id","client_user_id");--> statement-breakpoint
CREATE INDEX "wallet_cards_due" ON "wallet_cards" USING btree ("due_at") WHERE "wallet_cards"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "wallet_devices_card" ON "wallet_devices" USING btree ("card_id");--> statement-breakpoint
CREATE INDEX "wallet_devices_token" ON "wallet_devices" USING btree ("brand_id","push_token");