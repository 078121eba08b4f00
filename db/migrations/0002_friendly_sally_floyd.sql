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
ALTER TABLE "translation_marks" ADD CONSTRAINT "translation_marks_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "translation_marks_source" ON "translation_marks" USING hash ("source");