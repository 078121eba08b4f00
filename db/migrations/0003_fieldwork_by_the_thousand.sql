CREATE TABLE "email_prices" (
	"provider" text NOT NULL,
	"from_date" date NOT NULL,
	"per_thousand" numeric NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "email_prices_provider_from_date_pk" PRIMARY KEY("provider","from_date")
);
--> statement-breakpoint
DROP INDEX "deliveries_provider";--> statement-breakpoint
DROP INDEX "deliveries_batch";--> statement-breakpoint
ALTER TABLE "print_batches" ADD COLUMN "postage" text DEFAULT 'second' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "planned_for" date;--> statement-breakpoint
ALTER TABLE "waves" ADD COLUMN "planned_ahead" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "residents_demo" ON "residents" USING btree ("id") WHERE demo;--> statement-breakpoint
CREATE INDEX "deliveries_provider" ON "deliveries" USING btree ("provider","provider_id") WHERE provider_id is not null;--> statement-breakpoint
CREATE INDEX "deliveries_batch" ON "deliveries" USING btree ("print_batch_id") WHERE print_batch_id is not null;