CREATE TABLE "interests" (
	"resident_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "interests_resident_id_topic_pk" PRIMARY KEY("resident_id","topic")
);
--> statement-breakpoint
ALTER TABLE "residents" ADD COLUMN "comfort_level" integer;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "interests_topic" ON "interests" USING btree ("topic");