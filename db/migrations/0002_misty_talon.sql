ALTER TABLE "campaigns" ADD COLUMN "recurrence" jsonb;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "refresh" text DEFAULT 'nobody' NOT NULL;--> statement-breakpoint
ALTER TABLE "waves" ADD COLUMN "sampling" jsonb;