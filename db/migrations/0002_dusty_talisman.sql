ALTER TABLE "channel_states" ADD COLUMN "faults" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "channel_states" ADD COLUMN "turn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "channel_states" ADD COLUMN "day" date;--> statement-breakpoint
ALTER TABLE "channel_states" ADD COLUMN "day_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "channel_states" ADD COLUMN "capped" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "ended" text;--> statement-breakpoint
CREATE INDEX "deliveries_answers" ON "deliveries" USING btree ("channel","due_at") WHERE status = 'due' and kind not in ('invitation', 'reminder', 'pack', 'event');--> statement-breakpoint
CREATE INDEX "deliveries_unheard" ON "deliveries" USING btree ("accepted_at") WHERE status in ('accepted', 'sent') and ended is null and channel <> 'post';