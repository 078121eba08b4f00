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
CREATE TABLE "import_mappings" (
	"key" text PRIMARY KEY NOT NULL,
	"fields" jsonb NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"reference" text NOT NULL,
	"kind" text NOT NULL,
	"resident_id" uuid,
	"name" text,
	"changes" jsonb,
	"kept" text[],
	"faults" jsonb,
	"notes" jsonb,
	"title" text,
	"given_name" text,
	"family_name" text,
	"date_of_birth" text,
	"phone" text,
	"email" text,
	"language" text,
	"format" text,
	"preferred_channel" text,
	"access_needs" text[],
	"correspondence" text[],
	"role" text,
	"status" text,
	"left_on" text,
	"home" text,
	"uprn" text,
	"address_lines" text[],
	"postcode" text,
	"area" text,
	"scheme" text,
	"type" text,
	"tenancy" text,
	"tenure" text,
	"tenancy_start" text,
	"groups" text[],
	"profile" jsonb,
	CONSTRAINT "import_rows_import_id_row_pk" PRIMARY KEY("import_id","row")
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
CREATE TABLE "bands" (
	"id" uuid PRIMARY KEY NOT NULL,
	"field" text NOT NULL,
	"from_date" date NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "equality_offers" (
	"invitation_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
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
CREATE TABLE "calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"resident_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"resident_id" uuid NOT NULL,
	"field" text NOT NULL,
	"address" text NOT NULL,
	"recipient_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_change" UNIQUE("resident_id","field")
);
--> statement-breakpoint
CREATE TABLE "interests" (
	"resident_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "interests_resident_id_topic_pk" PRIMARY KEY("resident_id","topic")
);
--> statement-breakpoint
CREATE TABLE "retention" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"on" boolean DEFAULT false NOT NULL,
	"months" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	"ran_at" timestamp with time zone,
	"went" jsonb,
	CONSTRAINT "retention_is_one" CHECK ("retention"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean DEFAULT false NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "households" DROP CONSTRAINT "households_tenancyReference_unique";--> statement-breakpoint
ALTER TABLE "imports" ALTER COLUMN "rows" SET DEFAULT 0;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "join_request_id" uuid;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "term_ends_on" date;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "paused_until" date;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "joined_by" text DEFAULT 'staff' NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "left_reason" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "left_note" text;--> statement-breakpoint
ALTER TABLE "landlord" ADD COLUMN "require_two_step" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "landlord" ADD COLUMN "password_sign_in" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "landlord" ADD COLUMN "equality_questions" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "landlord" ADD COLUMN "equality_basis" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "landlord" ADD COLUMN "equality_basis_by" text;--> statement-breakpoint
ALTER TABLE "landlord" ADD COLUMN "equality_basis_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "event_id" uuid;--> statement-breakpoint
ALTER TABLE "households" ADD COLUMN "tenancy_key" text collate "C" GENERATED ALWAYS AS (regexp_replace(regexp_replace(translate(lower(regexp_replace(normalize(tenancy_reference, NFKD), '[\u0300-\u036f]', '', 'g')), 'łøđı', 'lodi'), '[!-/:-@\[-`{-~‘’“”–—]+', '', 'g'), '\s+', '', 'g')) STORED;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "file" "bytea";--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "size" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "actor" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "goes" text DEFAULT 'match' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "skip_broken" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "everybody" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "leavers" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "fault" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "shape" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "columns" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "done" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "finished_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "properties" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (array_to_tsvector(array_remove(regexp_split_to_array(regexp_replace(translate(lower(regexp_replace(normalize(coalesce(address_lines[1], '') || ' ' || coalesce(address_lines[2], '') || ' ' || coalesce(address_lines[3], '')
  || ' ' || coalesce(address_lines[4], '') || ' ' || coalesce(address_lines[5], '') || ' ' || postcode || ' ' || replace(postcode, ' ', ''), NFKD), '[\u0300-\u036f]', '', 'g')), 'łøđı', 'lodi'), '[!-/:-@\[-`{-~‘’“”–—]+', ' ', 'g') || ' ' || regexp_replace(translate(lower(regexp_replace(normalize(coalesce(address_lines[1], '') || ' ' || coalesce(address_lines[2], '') || ' ' || coalesce(address_lines[3], '')
  || ' ' || coalesce(address_lines[4], '') || ' ' || coalesce(address_lines[5], '') || ' ' || postcode || ' ' || replace(postcode, ' ', ''), NFKD), '[\u0300-\u036f]', '', 'g')), 'łøđı', 'lodi'), '[!-/:-@\[-`{-~‘’“”–—]+', '', 'g'), '\s+'), ''))) STORED;--> statement-breakpoint
ALTER TABLE "residents" ADD COLUMN "comfort_level" integer;--> statement-breakpoint
ALTER TABLE "residents" ADD COLUMN "availability" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "residents" ADD COLUMN "name_key" text collate "C" GENERATED ALWAYS AS (translate(lower(regexp_replace(normalize(family_name || ' ' || given_name, NFKD), '[\u0300-\u036f]', '', 'g')), 'łøđı', 'lodi')) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "residents" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (array_to_tsvector(array_remove(regexp_split_to_array(regexp_replace(translate(lower(regexp_replace(normalize(reference || ' ' || given_name || ' ' || family_name || ' ' || coalesce(email, '')
        || ' ' || coalesce(phone, '') || ' ' || coalesce(regexp_replace(phone, '^[+]44', '0'), ''), NFKD), '[\u0300-\u036f]', '', 'g')), 'łøđı', 'lodi'), '[!-/:-@\[-`{-~‘’“”–—]+', ' ', 'g') || ' ' || regexp_replace(translate(lower(regexp_replace(normalize(reference || ' ' || given_name || ' ' || family_name || ' ' || coalesce(email, '')
        || ' ' || coalesce(phone, '') || ' ' || coalesce(regexp_replace(phone, '^[+]44', '0'), ''), NFKD), '[\u0300-\u036f]', '', 'g')), 'łøđı', 'lodi'), '[!-/:-@\[-`{-~‘’“”–—]+', '', 'g'), '\s+'), ''))) STORED;--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "created_by_id" text;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "way" text;--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "sees_profiles" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "two_factor_enabled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "must_change_password" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "last_seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "reads_free_text" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "event_people" ADD CONSTRAINT "event_people_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_people" ADD CONSTRAINT "event_people_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_people" ADD CONSTRAINT "event_people_recipient_id_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."recipients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equality_offers" ADD CONSTRAINT "equality_offers_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_changes" ADD CONSTRAINT "contact_changes_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_people_resident" ON "event_people" USING btree ("resident_id","invited_at");--> statement-breakpoint
CREATE INDEX "event_people_recipient" ON "event_people" USING btree ("recipient_id");--> statement-breakpoint
CREATE INDEX "import_rows_reference" ON "import_rows" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "join_requests_open" ON "join_requests" USING btree ("confirmed_at");--> statement-breakpoint
CREATE INDEX "join_requests_expiry" ON "join_requests" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "bands_field" ON "bands" USING btree ("field","from_date");--> statement-breakpoint
CREATE INDEX "referrals_by" ON "referrals" USING btree ("by","created_at");--> statement-breakpoint
CREATE INDEX "referrals_resident" ON "referrals" USING btree ("resident_id");--> statement-breakpoint
CREATE INDEX "calls_resident" ON "calls" USING btree ("resident_id","at");--> statement-breakpoint
CREATE INDEX "contact_changes_recipient" ON "contact_changes" USING btree ("recipient_id");--> statement-breakpoint
CREATE INDEX "interests_topic" ON "interests" USING btree ("topic");--> statement-breakpoint
CREATE UNIQUE INDEX "two_factor_user" ON "two_factor" USING btree ("user_id");--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_join_request_id_join_requests_id_fk" FOREIGN KEY ("join_request_id") REFERENCES "public"."join_requests"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "households_tenancy_key" ON "households" USING btree ("tenancy_key");--> statement-breakpoint
CREATE UNIQUE INDEX "households_tenancy" ON "households" USING btree ("tenancy_reference") WHERE to_date is null;--> statement-breakpoint
CREATE INDEX "imports_at" ON "imports" USING btree ("at");--> statement-breakpoint
CREATE INDEX "properties_search" ON "properties" USING gin ("search");--> statement-breakpoint
CREATE INDEX "residents_name" ON "residents" USING btree ("name_key","id");--> statement-breakpoint
CREATE INDEX "residents_search" ON "residents" USING gin ("search");