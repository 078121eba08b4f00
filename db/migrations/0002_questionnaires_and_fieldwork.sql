CREATE TABLE "cell_asks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"wave_id" uuid NOT NULL,
	"cells" jsonb NOT NULL,
	"how" text NOT NULL,
	"wanted" integer NOT NULL,
	"asked" integer NOT NULL,
	"seed" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wave_bills" (
	"wave_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"pence" numeric NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "wave_bills_wave_id_channel_pk" PRIMARY KEY("wave_id","channel")
);
--> statement-breakpoint
CREATE TABLE "call_list" (
	"id" uuid PRIMARY KEY NOT NULL,
	"invitation_id" uuid NOT NULL,
	"step" integer NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"last_outcome" text,
	"last_at" timestamp with time zone,
	"last_by" text,
	CONSTRAINT "call_list_step" UNIQUE("invitation_id","step")
);
--> statement-breakpoint
CREATE TABLE "draft_saves" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "draft_saves_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"questionnaire_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"draft" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"aside" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "easy_drafts" (
	"questionnaire_id" uuid NOT NULL,
	"language" text NOT NULL,
	"texts" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "easy_drafts_questionnaire_id_language_pk" PRIMARY KEY("questionnaire_id","language")
);
--> statement-breakpoint
CREATE TABLE "own_editions" (
	"revision_id" uuid PRIMARY KEY NOT NULL,
	"made_from" text NOT NULL,
	"made_by" text NOT NULL,
	"carried_from" uuid
);
--> statement-breakpoint
CREATE TABLE "pictures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"alt" jsonb NOT NULL,
	"content_type" text NOT NULL,
	"content" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "prize_draws" (
	"wave_id" uuid PRIMARY KEY NOT NULL,
	"prize" text NOT NULL,
	"terms" text DEFAULT '' NOT NULL,
	"winners" integer NOT NULL,
	"reserves" integer NOT NULL,
	"closes_on" date NOT NULL,
	"seed" text NOT NULL,
	"seal" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"drawn_at" timestamp with time zone,
	"drawn_by" text,
	"entrants" integer,
	"list_hash" text
);
--> statement-breakpoint
CREATE TABLE "prize_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"wave_id" uuid NOT NULL,
	"resident_id" uuid,
	"way" text NOT NULL,
	"out_reason" text,
	"entered_on" date NOT NULL,
	"entered_by" text,
	"place" integer,
	"role" text,
	"told_at" timestamp with time zone,
	"recipient_id" uuid,
	"missed_at" timestamp with time zone,
	"missed_why" text,
	"missed_by" text,
	CONSTRAINT "prize_entry" UNIQUE("wave_id","resident_id")
);
--> statement-breakpoint
CREATE TABLE "phrase_approvals" (
	"language" text NOT NULL,
	"hash" text NOT NULL,
	"phrases" jsonb NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "phrase_approvals_language_hash_pk" PRIMARY KEY("language","hash")
);
--> statement-breakpoint
CREATE TABLE "translation_marks" (
	"questionnaire_id" uuid NOT NULL,
	"language" text NOT NULL,
	"key" text NOT NULL,
	"source" text NOT NULL,
	"text" text NOT NULL,
	"back" text DEFAULT '' NOT NULL,
	"status" text NOT NULL,
	"made_by" text,
	"made_at" timestamp with time zone,
	"checked_by" text,
	"checked_at" timestamp with time zone,
	"approved_by" text,
	"approved_at" timestamp with time zone,
	CONSTRAINT "translation_marks_questionnaire_id_language_key_pk" PRIMARY KEY("questionnaire_id","language","key")
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"response_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"content_type" text NOT NULL,
	"size" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "channel_states" ADD COLUMN "faults" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "channel_states" ADD COLUMN "turn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "channel_states" ADD COLUMN "day" date;--> statement-breakpoint
ALTER TABLE "channel_states" ADD COLUMN "day_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "channel_states" ADD COLUMN "capped" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "ended" text;--> statement-breakpoint
ALTER TABLE "landlord" ADD COLUMN "urgent_owner" text;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "recurrence" jsonb;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "refresh" text DEFAULT 'nobody' NOT NULL;--> statement-breakpoint
ALTER TABLE "waves" ADD COLUMN "sampling" jsonb;--> statement-breakpoint
ALTER TABLE "cell_asks" ADD CONSTRAINT "cell_asks_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_bills" ADD CONSTRAINT "wave_bills_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_list" ADD CONSTRAINT "call_list_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_saves" ADD CONSTRAINT "draft_saves_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "easy_drafts" ADD CONSTRAINT "easy_drafts_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_editions" ADD CONSTRAINT "own_editions_revision_id_edition_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."edition_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_editions" ADD CONSTRAINT "own_editions_carried_from_edition_revisions_id_fk" FOREIGN KEY ("carried_from") REFERENCES "public"."edition_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prize_draws" ADD CONSTRAINT "prize_draws_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prize_entries" ADD CONSTRAINT "prize_entries_wave_id_prize_draws_wave_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."prize_draws"("wave_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prize_entries" ADD CONSTRAINT "prize_entries_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prize_entries" ADD CONSTRAINT "prize_entries_recipient_id_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."recipients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translation_marks" ADD CONSTRAINT "translation_marks_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_list_due" ON "call_list" USING btree ("due_at") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "draft_saves_newest" ON "draft_saves" USING btree ("questionnaire_id","saved_at");--> statement-breakpoint
CREATE UNIQUE INDEX "draft_saves_revision" ON "draft_saves" USING btree ("questionnaire_id","revision") WHERE not aside;--> statement-breakpoint
CREATE INDEX "prize_entries_resident" ON "prize_entries" USING btree ("resident_id");--> statement-breakpoint
CREATE INDEX "translation_marks_source" ON "translation_marks" USING hash ("source");--> statement-breakpoint
CREATE INDEX "uploads_response" ON "uploads" USING btree ("response_id");--> statement-breakpoint
ALTER TABLE "landlord" ADD CONSTRAINT "landlord_urgent_owner_user_id_fk" FOREIGN KEY ("urgent_owner") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_answers" ON "deliveries" USING btree ("channel","due_at") WHERE status = 'due' and kind not in ('invitation', 'reminder', 'pack', 'event');--> statement-breakpoint
CREATE INDEX "deliveries_unheard" ON "deliveries" USING btree ("accepted_at") WHERE status in ('accepted', 'sent') and ended is null and channel <> 'post';