CREATE TABLE "email_prices" (
	"provider" text NOT NULL,
	"from_date" date NOT NULL,
	"per_thousand" numeric NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "email_prices_provider_from_date_pk" PRIMARY KEY("provider","from_date")
);
--> statement-breakpoint
CREATE TABLE "quota_fills" (
	"wave_id" uuid NOT NULL,
	"stratum" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"answered" integer NOT NULL,
	"messages" integer DEFAULT 0 NOT NULL,
	"calls" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "quota_fills_wave_id_stratum_pk" PRIMARY KEY("wave_id","stratum")
);
--> statement-breakpoint
DROP INDEX "deliveries_provider";--> statement-breakpoint
DROP INDEX "deliveries_batch";--> statement-breakpoint
ALTER TABLE "call_list" ADD COLUMN "ended_why" text;--> statement-breakpoint
ALTER TABLE "print_batches" ADD COLUMN "postage" text DEFAULT 'second' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "planned_for" date;--> statement-breakpoint
ALTER TABLE "waves" ADD COLUMN "planned_ahead" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "quota_fills" ADD CONSTRAINT "quota_fills_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inbound_recipient" ON "inbound_messages" USING btree ("recipient_id") WHERE recipient_id is not null;--> statement-breakpoint
CREATE INDEX "prize_entries_recipient" ON "prize_entries" USING btree ("recipient_id") WHERE recipient_id is not null;--> statement-breakpoint
CREATE INDEX "residents_demo" ON "residents" USING btree ("id") WHERE demo;--> statement-breakpoint
CREATE INDEX "deliveries_provider" ON "deliveries" USING btree ("provider","provider_id") WHERE provider_id is not null;--> statement-breakpoint
CREATE INDEX "deliveries_batch" ON "deliveries" USING btree ("print_batch_id") WHERE print_batch_id is not null;