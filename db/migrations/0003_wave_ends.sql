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
ALTER TABLE "call_list" ADD COLUMN "ended_why" text;--> statement-breakpoint
ALTER TABLE "quota_fills" ADD CONSTRAINT "quota_fills_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inbound_recipient" ON "inbound_messages" USING btree ("recipient_id") WHERE recipient_id is not null;--> statement-breakpoint
CREATE INDEX "prize_entries_recipient" ON "prize_entries" USING btree ("recipient_id") WHERE recipient_id is not null;