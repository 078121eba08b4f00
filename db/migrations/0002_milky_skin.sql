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
ALTER TABLE "easy_drafts" ADD CONSTRAINT "easy_drafts_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_editions" ADD CONSTRAINT "own_editions_revision_id_edition_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."edition_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_editions" ADD CONSTRAINT "own_editions_carried_from_edition_revisions_id_fk" FOREIGN KEY ("carried_from") REFERENCES "public"."edition_revisions"("id") ON DELETE no action ON UPDATE no action;