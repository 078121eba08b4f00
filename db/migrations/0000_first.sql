CREATE TABLE "channel_states" (
	"channel" text PRIMARY KEY NOT NULL,
	"stopped_at" timestamp with time zone,
	"reason" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"retry_at" timestamp with time zone,
	"last_sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recipient_id" uuid,
	"step" integer,
	"attempt" integer DEFAULT 1 NOT NULL,
	"channel" text NOT NULL,
	"provider" text,
	"kind" text NOT NULL,
	"status" text DEFAULT 'due' NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"provider_id" text,
	"failure" text,
	"fail_code" text,
	"fail_reason" text,
	"next_action" text,
	"language" text NOT NULL,
	"format" text NOT NULL,
	"edition_revision_id" uuid,
	"fell_back" text,
	"subject" text,
	"words" text,
	"segments" integer,
	"cost" numeric,
	"print_batch_id" uuid,
	"inbound_message_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "delivery" UNIQUE("recipient_id","step","attempt")
);
--> statement-breakpoint
CREATE TABLE "heartbeats" (
	"work" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"wave_id" uuid NOT NULL,
	"frame_member_id" uuid NOT NULL,
	"code" text,
	"next_step" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone,
	"disposition" text DEFAULT 'not_sent' NOT NULL,
	"disposition_at" timestamp with time zone,
	CONSTRAINT "invitations_frameMemberId_unique" UNIQUE("frame_member_id"),
	CONSTRAINT "invitations_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "print_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "print_batches_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"mailing_id" uuid NOT NULL,
	"step" integer NOT NULL,
	"language" text NOT NULL,
	"format" text NOT NULL,
	"letters" integer NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"lease_until" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"fault" text,
	"pdf" "bytea",
	"manifest" text,
	"pages" integer,
	"created_at" timestamp with time zone NOT NULL,
	"ready_at" timestamp with time zone,
	"posted_on" timestamp with time zone,
	"posted_by" text
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"event_id" text NOT NULL,
	"delivery_id" uuid,
	"provider_id" text,
	"status" text NOT NULL,
	"failure" text,
	"code" text,
	"reason" text,
	"at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "receipt" UNIQUE("provider","event_id")
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	CONSTRAINT "agenda_item_number" UNIQUE("meeting_id","number")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"agenda_item_id" uuid,
	"resident_id" uuid,
	"mode" text NOT NULL,
	"words" text NOT NULL,
	"cut" text DEFAULT '' NOT NULL,
	"inbound_message_id" uuid,
	"placed" text NOT NULL,
	"from_other_address" boolean DEFAULT false NOT NULL,
	"late" boolean DEFAULT false NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"typed_by" text,
	"hidden_reason" text,
	"answer" text,
	"answered_at" timestamp with time zone,
	"answered_by" text,
	"outcome_id" uuid
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "groups_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"title" text NOT NULL,
	"held_on" date NOT NULL,
	"comments_by" date NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"group_id" uuid NOT NULL,
	"resident_id" uuid NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date,
	"show_name" boolean DEFAULT false NOT NULL,
	CONSTRAINT "memberships_group_id_resident_id_from_date_pk" PRIMARY KEY("group_id","resident_id","from_date")
);
--> statement-breakpoint
CREATE TABLE "outcomes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"you_said" text NOT NULL,
	"we_did" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "papers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"agenda_item_id" uuid,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"format" text DEFAULT 'standard' NOT NULL,
	"filename" text NOT NULL,
	"content_type" text NOT NULL,
	"size" integer NOT NULL,
	"pages" integer,
	"content" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbound_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"provider_id" text NOT NULL,
	"channel" text NOT NULL,
	"from_address" text NOT NULL,
	"to_address" text NOT NULL,
	"subject" text,
	"body" text NOT NULL,
	"raw" "bytea",
	"fields" jsonb,
	"received_at" timestamp with time zone NOT NULL,
	"resident_id" uuid,
	"recipient_id" uuid,
	"done" text NOT NULL,
	"reply" text,
	"tray_reason" text,
	"urgent" text,
	"tray_done_at" timestamp with time zone,
	"tray_done_by" text,
	"tray_done" text,
	CONSTRAINT "inbound_message" UNIQUE("provider","provider_id")
);
--> statement-breakpoint
CREATE TABLE "sandbox_messages" (
	"delivery_id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"to_address" text NOT NULL,
	"language" text NOT NULL,
	"subject" text,
	"body" text NOT NULL,
	"html" text,
	"reply_to" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "landlord" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"short_name" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"address" text[] DEFAULT '{}' NOT NULL,
	"freepost" text DEFAULT '' NOT NULL,
	"repairs_url" text DEFAULT '' NOT NULL,
	"privacy_contact" text DEFAULT '' NOT NULL,
	"logo" "bytea",
	"logo_type" text,
	"languages" text[] DEFAULT '{en}' NOT NULL,
	"reporting_year_start" text DEFAULT '04-01' NOT NULL,
	"time_zone" text DEFAULT 'Europe/London' NOT NULL,
	"nation" text DEFAULT 'england-wales' NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "landlord_is_one" CHECK ("landlord"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "mailings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"purpose" text NOT NULL,
	"meeting_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recipients" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mailing_id" uuid NOT NULL,
	"resident_id" uuid,
	"language" text NOT NULL,
	"format" text NOT NULL,
	CONSTRAINT "recipient" UNIQUE("mailing_id","resident_id")
);
--> statement-breakpoint
CREATE TABLE "edition_revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version_id" uuid NOT NULL,
	"language" text NOT NULL,
	"format" text NOT NULL,
	"number" integer NOT NULL,
	"texts" jsonb NOT NULL,
	"hash" text NOT NULL,
	"status" text NOT NULL,
	"approved_by" text,
	"approved_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "edition_revision" UNIQUE("version_id","language","format","number")
);
--> statement-breakpoint
CREATE TABLE "questionnaires" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"instrument" text,
	"source_language" text DEFAULT 'en' NOT NULL,
	"draft" jsonb NOT NULL,
	"draft_revision" integer DEFAULT 1 NOT NULL,
	"draft_by" text NOT NULL,
	"draft_at" timestamp with time zone NOT NULL,
	"archived" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"questionnaire_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"structure" jsonb NOT NULL,
	"source_language" text NOT NULL,
	"source_texts" jsonb NOT NULL,
	"hash" text NOT NULL,
	"compiled" jsonb NOT NULL,
	"compiler" integer NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" text NOT NULL,
	CONSTRAINT "version_number" UNIQUE("questionnaire_id","number")
);
--> statement-breakpoint
CREATE TABLE "household_members" (
	"household_id" uuid NOT NULL,
	"resident_id" uuid NOT NULL,
	"role" text DEFAULT 'tenant' NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date,
	CONSTRAINT "household_members_household_id_resident_id_from_date_pk" PRIMARY KEY("household_id","resident_id","from_date")
);
--> statement-breakpoint
CREATE TABLE "households" (
	"id" uuid PRIMARY KEY NOT NULL,
	"property_id" uuid NOT NULL,
	"tenancy_reference" text NOT NULL,
	"tenure" text NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date,
	CONSTRAINT "households_tenancyReference_unique" UNIQUE("tenancy_reference")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"filename" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"rows" integer NOT NULL,
	"counts" jsonb NOT NULL,
	"rejects" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "permissions" (
	"resident_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"channel" text NOT NULL,
	"allowed" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"how" text NOT NULL,
	CONSTRAINT "permissions_resident_id_purpose_channel_pk" PRIMARY KEY("resident_id","purpose","channel")
);
--> statement-breakpoint
CREATE TABLE "profiles" (
	"resident_id" uuid NOT NULL,
	"field" text NOT NULL,
	"code" text NOT NULL,
	"source" text NOT NULL,
	"as_at" date NOT NULL,
	CONSTRAINT "profiles_resident_id_field_pk" PRIMARY KEY("resident_id","field")
);
--> statement-breakpoint
CREATE TABLE "properties" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"uprn" text,
	"address_lines" text[] NOT NULL,
	"postcode" text NOT NULL,
	"area" text NOT NULL,
	"scheme" text,
	"type" text,
	CONSTRAINT "properties_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "residents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"title" text,
	"given_name" text DEFAULT '' NOT NULL,
	"family_name" text DEFAULT '' NOT NULL,
	"date_of_birth" date,
	"phone" text,
	"email" text,
	"correspondence_address" text[],
	"language" text DEFAULT 'en' NOT NULL,
	"format" text DEFAULT 'standard' NOT NULL,
	"preferred_channel" text,
	"access_needs" text[] DEFAULT '{}' NOT NULL,
	"status" text DEFAULT 'current' NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "residents_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"address_hash" text,
	"resident_id" uuid,
	"purpose" text,
	"reason" text NOT NULL,
	"note" text,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"until" timestamp with time zone,
	"lifted_at" timestamp with time zone,
	"lifted_by" text
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"hash" text PRIMARY KEY NOT NULL,
	"scope" text NOT NULL,
	"resident_id" uuid NOT NULL,
	"subject" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"response_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"was" jsonb NOT NULL,
	"mode" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text
);
--> statement-breakpoint
CREATE TABLE "code_attempts" (
	"address_hash" text PRIMARY KEY NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"tries" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"wave_id" uuid NOT NULL,
	"frame_member_id" uuid,
	"version_id" uuid NOT NULL,
	"edition_revision_id" uuid,
	"language" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"started_mode" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"completed_at" timestamp with time zone,
	"interview" jsonb NOT NULL,
	"device_hash" text,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "responses_frameMemberId_unique" UNIQUE("frame_member_id")
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject" text,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limit_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" text DEFAULT 'officer' NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone,
	"updated_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"wave_id" uuid NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "approvals_wave_id_by_pk" PRIMARY KEY("wave_id","by")
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"purpose" text DEFAULT 'research' NOT NULL,
	"unit" text DEFAULT 'person' NOT NULL,
	"keep" text DEFAULT 'first' NOT NULL,
	"period" text DEFAULT 'wave' NOT NULL,
	"quorum" integer DEFAULT 0 NOT NULL,
	"anonymous" boolean DEFAULT false NOT NULL,
	"questionnaire_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "campaigns_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "frame_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"wave_id" uuid NOT NULL,
	"resident_id" uuid,
	"household_id" uuid,
	"stratum" text,
	"age" integer,
	"tenure" text,
	"area" text,
	"property_type" text,
	"out_reason" text,
	"out_detail" text,
	"sampled" boolean DEFAULT false NOT NULL,
	CONSTRAINT "frame_member" UNIQUE("wave_id","resident_id")
);
--> statement-breakpoint
CREATE TABLE "frame_profiles" (
	"frame_member_id" uuid NOT NULL,
	"field" text NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "frame_profiles_frame_member_id_field_pk" PRIMARY KEY("frame_member_id","field")
);
--> statement-breakpoint
CREATE TABLE "result_columns" (
	"wave_id" uuid PRIMARY KEY NOT NULL,
	"answers_revision" bigint NOT NULL,
	"content" "bytea" NOT NULL,
	"built_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "spent_codes" (
	"hash" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "waves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"name" text NOT NULL,
	"questionnaire_id" uuid,
	"version_id" uuid,
	"mailing_id" uuid,
	"audience" jsonb NOT NULL,
	"plan" jsonb NOT NULL,
	"sample_size" integer,
	"seed" text,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"time_zone" text DEFAULT 'Europe/London' NOT NULL,
	"results_on" date,
	"action_on" date,
	"status" text DEFAULT 'draft' NOT NULL,
	"planned_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"launched_by" text,
	"launched_at" timestamp with time zone,
	"paused_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"answers_revision" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_recipient_id_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."recipients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_edition_revision_id_edition_revisions_id_fk" FOREIGN KEY ("edition_revision_id") REFERENCES "public"."edition_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_print_batch_id_print_batches_id_fk" FOREIGN KEY ("print_batch_id") REFERENCES "public"."print_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_id_recipients_id_fk" FOREIGN KEY ("id") REFERENCES "public"."recipients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_frame_member_id_frame_members_id_fk" FOREIGN KEY ("frame_member_id") REFERENCES "public"."frame_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "print_batches" ADD CONSTRAINT "print_batches_mailing_id_mailings_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "public"."mailings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_outcome_id_outcomes_id_fk" FOREIGN KEY ("outcome_id") REFERENCES "public"."outcomes"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_messages" ADD CONSTRAINT "inbound_messages_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_messages" ADD CONSTRAINT "inbound_messages_recipient_id_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."recipients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recipients" ADD CONSTRAINT "recipients_mailing_id_mailings_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "public"."mailings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recipients" ADD CONSTRAINT "recipients_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_revisions" ADD CONSTRAINT "edition_revisions_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_members" ADD CONSTRAINT "household_members_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_members" ADD CONSTRAINT "household_members_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "households" ADD CONSTRAINT "households_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "permissions" ADD CONSTRAINT "permissions_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_changes" ADD CONSTRAINT "answer_changes_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_frame_member_id_frame_members_id_fk" FOREIGN KEY ("frame_member_id") REFERENCES "public"."frame_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_edition_revision_id_edition_revisions_id_fk" FOREIGN KEY ("edition_revision_id") REFERENCES "public"."edition_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frame_members" ADD CONSTRAINT "frame_members_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frame_members" ADD CONSTRAINT "frame_members_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frame_members" ADD CONSTRAINT "frame_members_household_id_households_id_fk" FOREIGN KEY ("household_id") REFERENCES "public"."households"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frame_profiles" ADD CONSTRAINT "frame_profiles_frame_member_id_frame_members_id_fk" FOREIGN KEY ("frame_member_id") REFERENCES "public"."frame_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_columns" ADD CONSTRAINT "result_columns_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waves" ADD CONSTRAINT "waves_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waves" ADD CONSTRAINT "waves_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waves" ADD CONSTRAINT "waves_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waves" ADD CONSTRAINT "waves_mailing_id_mailings_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "public"."mailings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("channel","due_at") WHERE status = 'due';--> statement-breakpoint
CREATE INDEX "deliveries_open" ON "deliveries" USING btree ("status","claimed_at") WHERE status in ('claimed', 'unknown');--> statement-breakpoint
CREATE INDEX "deliveries_provider" ON "deliveries" USING btree ("provider","provider_id");--> statement-breakpoint
CREATE INDEX "deliveries_batch" ON "deliveries" USING btree ("print_batch_id");--> statement-breakpoint
CREATE INDEX "invitations_due" ON "invitations" USING btree ("next_at") WHERE next_at is not null;--> statement-breakpoint
CREATE INDEX "invitations_wave" ON "invitations" USING btree ("wave_id","disposition");--> statement-breakpoint
CREATE INDEX "print_batches_state" ON "print_batches" USING btree ("state");--> statement-breakpoint
CREATE INDEX "receipts_delivery" ON "receipts" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "comments_meeting" ON "comments" USING btree ("meeting_id","received_at");--> statement-breakpoint
CREATE INDEX "comments_resident" ON "comments" USING btree ("resident_id");--> statement-breakpoint
CREATE INDEX "memberships_resident" ON "memberships" USING btree ("resident_id");--> statement-breakpoint
CREATE INDEX "papers_meeting" ON "papers" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "inbound_tray" ON "inbound_messages" USING btree ("received_at") WHERE tray_reason is not null and tray_done_at is null;--> statement-breakpoint
CREATE INDEX "inbound_from" ON "inbound_messages" USING btree ("from_address","received_at");--> statement-breakpoint
CREATE INDEX "inbound_resident" ON "inbound_messages" USING btree ("resident_id");--> statement-breakpoint
CREATE INDEX "sandbox_to" ON "sandbox_messages" USING btree ("to_address","at");--> statement-breakpoint
CREATE INDEX "recipients_resident" ON "recipients" USING btree ("resident_id");--> statement-breakpoint
CREATE INDEX "editions_version" ON "edition_revisions" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "members_resident" ON "household_members" USING btree ("resident_id");--> statement-breakpoint
CREATE INDEX "households_property" ON "households" USING btree ("property_id");--> statement-breakpoint
CREATE INDEX "residents_phone" ON "residents" USING btree ("phone");--> statement-breakpoint
CREATE INDEX "residents_email" ON "residents" USING btree ("email");--> statement-breakpoint
CREATE INDEX "suppressions_address" ON "suppressions" USING btree ("address_hash") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "suppressions_resident" ON "suppressions" USING btree ("resident_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "tokens_resident" ON "tokens" USING btree ("resident_id");--> statement-breakpoint
CREATE INDEX "answer_changes_response" ON "answer_changes" USING btree ("response_id");--> statement-breakpoint
CREATE INDEX "responses_wave" ON "responses" USING btree ("wave_id");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit_log" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "frame_resident" ON "frame_members" USING btree ("resident_id");--> statement-breakpoint
CREATE INDEX "frame_household" ON "frame_members" USING btree ("household_id");--> statement-breakpoint
CREATE INDEX "waves_status" ON "waves" USING btree ("status");--> statement-breakpoint
CREATE INDEX "waves_campaign" ON "waves" USING btree ("campaign_id");