DROP INDEX "deliveries_provider";--> statement-breakpoint
DROP INDEX "deliveries_batch";--> statement-breakpoint
CREATE INDEX "residents_demo" ON "residents" USING btree ("id") WHERE demo;--> statement-breakpoint
CREATE INDEX "deliveries_provider" ON "deliveries" USING btree ("provider","provider_id") WHERE provider_id is not null;--> statement-breakpoint
CREATE INDEX "deliveries_batch" ON "deliveries" USING btree ("print_batch_id") WHERE print_batch_id is not null;