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
ALTER TABLE "campaigns" ADD COLUMN "recurrence" jsonb;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "refresh" text DEFAULT 'nobody' NOT NULL;--> statement-breakpoint
ALTER TABLE "waves" ADD COLUMN "sampling" jsonb;--> statement-breakpoint
ALTER TABLE "call_list" ADD CONSTRAINT "call_list_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_list_due" ON "call_list" USING btree ("due_at") WHERE status = 'waiting';