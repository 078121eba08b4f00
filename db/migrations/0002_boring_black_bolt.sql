CREATE TABLE "import_mappings" (
	"key" text PRIMARY KEY NOT NULL,
	"fields" jsonb NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"reference" text NOT NULL,
	"kind" text NOT NULL,
	"resident_id" uuid,
	"name" text,
	"changes" jsonb,
	"kept" text[],
	"faults" jsonb,
	"notes" jsonb,
	"title" text,
	"given_name" text,
	"family_name" text,
	"date_of_birth" text,
	"phone" text,
	"email" text,
	"language" text,
	"format" text,
	"preferred_channel" text,
	"access_needs" text[],
	"correspondence" text[],
	"role" text,
	"status" text,
	"left_on" text,
	"home" text,
	"uprn" text,
	"address_lines" text[],
	"postcode" text,
	"area" text,
	"scheme" text,
	"type" text,
	"tenancy" text,
	"tenure" text,
	"tenancy_start" text,
	"groups" text[],
	"profile" jsonb,
	CONSTRAINT "import_rows_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
ALTER TABLE "households" DROP CONSTRAINT "households_tenancyReference_unique";--> statement-breakpoint
ALTER TABLE "imports" ALTER COLUMN "rows" SET DEFAULT 0;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "file" "bytea";--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "size" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "actor" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "goes" text DEFAULT 'match' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "skip_broken" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "everybody" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "leavers" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "fault" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "shape" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "columns" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "done" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "finished_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "households_tenancy" ON "households" USING btree ("tenancy_reference") WHERE to_date is null;--> statement-breakpoint
CREATE INDEX "imports_at" ON "imports" USING btree ("at");