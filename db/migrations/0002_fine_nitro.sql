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
ALTER TABLE "user" ADD COLUMN "reads_free_text" boolean DEFAULT false NOT NULL;