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
ALTER TABLE "landlord" ADD COLUMN "urgent_owner" text;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "uploads_response" ON "uploads" USING btree ("response_id");--> statement-breakpoint
ALTER TABLE "landlord" ADD CONSTRAINT "landlord_urgent_owner_user_id_fk" FOREIGN KEY ("urgent_owner") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;