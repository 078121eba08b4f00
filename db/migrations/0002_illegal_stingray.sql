CREATE TABLE "event_people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"resident_id" uuid,
	"role" text NOT NULL,
	"cell" text NOT NULL,
	"place" integer NOT NULL,
	"recipient_id" uuid,
	"invited_at" timestamp with time zone,
	"instead_of" uuid,
	"reply" text,
	"replied_at" timestamp with time zone,
	"reply_mode" text,
	"reply_by" text,
	CONSTRAINT "event_person" UNIQUE("event_id","resident_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"group_id" uuid,
	"title" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"held_on" date,
	"starts_at" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"reply_by" date NOT NULL,
	"purpose" text NOT NULL,
	"plan" jsonb NOT NULL,
	"seed" text NOT NULL,
	"population" jsonb NOT NULL,
	"left_out" jsonb NOT NULL,
	"pool" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"sent_at" timestamp with time zone,
	"called_off_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "join_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"postcode" text NOT NULL,
	"topics" text[] NOT NULL,
	"comfort_level" integer,
	"language" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"outcome" text,
	"resident_id" uuid,
	"group_id" uuid,
	"note" text,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	CONSTRAINT "join_requests_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "referrals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"resident_id" uuid NOT NULL,
	"topics" text[] NOT NULL,
	"comfort_level" integer,
	"words" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"outcome_note" text DEFAULT '' NOT NULL,
	"group_id" uuid,
	"decided_at" timestamp with time zone,
	"decided_by" text
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "join_request_id" uuid;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "term_ends_on" date;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "paused_until" date;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "joined_by" text DEFAULT 'staff' NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "left_reason" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "left_note" text;--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "event_id" uuid;--> statement-breakpoint
ALTER TABLE "residents" ADD COLUMN "availability" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "event_people" ADD CONSTRAINT "event_people_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_people" ADD CONSTRAINT "event_people_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_people" ADD CONSTRAINT "event_people_recipient_id_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."recipients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_people_resident" ON "event_people" USING btree ("resident_id","invited_at");--> statement-breakpoint
CREATE INDEX "event_people_recipient" ON "event_people" USING btree ("recipient_id");--> statement-breakpoint
CREATE INDEX "join_requests_open" ON "join_requests" USING btree ("confirmed_at");--> statement-breakpoint
CREATE INDEX "join_requests_expiry" ON "join_requests" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "referrals_by" ON "referrals" USING btree ("by","created_at");--> statement-breakpoint
CREATE INDEX "referrals_resident" ON "referrals" USING btree ("resident_id");--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_join_request_id_join_requests_id_fk" FOREIGN KEY ("join_request_id") REFERENCES "public"."join_requests"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;