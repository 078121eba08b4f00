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
ALTER TABLE "draft_saves" ADD CONSTRAINT "draft_saves_questionnaire_id_questionnaires_id_fk" FOREIGN KEY ("questionnaire_id") REFERENCES "public"."questionnaires"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_saves_newest" ON "draft_saves" USING btree ("questionnaire_id","saved_at");--> statement-breakpoint
CREATE UNIQUE INDEX "draft_saves_revision" ON "draft_saves" USING btree ("questionnaire_id","revision") WHERE not aside;