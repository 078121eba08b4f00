CREATE TABLE "calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"resident_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"resident_id" uuid NOT NULL,
	"field" text NOT NULL,
	"address" text NOT NULL,
	"recipient_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_change" UNIQUE("resident_id","field")
);
--> statement-breakpoint
ALTER TABLE "households" ADD COLUMN "tenancy_key" text collate "C" GENERATED ALWAYS AS (regexp_replace(regexp_replace(translate(lower(regexp_replace(normalize(tenancy_reference, NFKD), '[\u0300-\u036f]', '', 'g')), 'łøđı', 'lodi'), '[!-/:-@\[-`{-~‘’“”–—]+', '', 'g'), '\s+', '', 'g')) STORED;--> statement-breakpoint
ALTER TABLE "properties" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (array_to_tsvector(array_remove(regexp_split_to_array(regexp_replace(translate(lower(regexp_replace(normalize(coalesce(address_lines[1], '') || ' ' || coalesce(address_lines[2], '') || ' ' || coalesce(address_lines[3], '')
  || ' ' || coalesce(address_lines[4], '') || ' ' || coalesce(address_lines[5], '') || ' ' || postcode || ' ' || replace(postcode, ' ', ''), NFKD), '[\u0300-\u036f]', '', 'g')), 'łøđı', 'lodi'), '[!-/:-@\[-`{-~‘’“”–—]+', ' ', 'g') || ' ' || regexp_replace(translate(lower(regexp_replace(normalize(coalesce(address_lines[1], '') || ' ' || coalesce(address_lines[2], '') || ' ' || coalesce(address_lines[3], '')
  || ' ' || coalesce(address_lines[4], '') || ' ' || coalesce(address_lines[5], '') || ' ' || postcode || ' ' || replace(postcode, ' ', ''), NFKD), '[\u0300-\u036f]', '', 'g')), 'łøđı', 'lodi'), '[!-/:-@\[-`{-~‘’“”–—]+', '', 'g'), '\s+'), ''))) STORED;--> statement-breakpoint
ALTER TABLE "residents" ADD COLUMN "name_key" text collate "C" GENERATED ALWAYS AS (translate(lower(regexp_replace(normalize(family_name || ' ' || given_name, NFKD), '[\u0300-\u036f]', '', 'g')), 'łøđı', 'lodi')) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "residents" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (array_to_tsvector(array_remove(regexp_split_to_array(regexp_replace(translate(lower(regexp_replace(normalize(reference || ' ' || given_name || ' ' || family_name || ' ' || coalesce(email, '')
        || ' ' || coalesce(phone, '') || ' ' || coalesce(regexp_replace(phone, '^[+]44', '0'), ''), NFKD), '[\u0300-\u036f]', '', 'g')), 'łøđı', 'lodi'), '[!-/:-@\[-`{-~‘’“”–—]+', ' ', 'g') || ' ' || regexp_replace(translate(lower(regexp_replace(normalize(reference || ' ' || given_name || ' ' || family_name || ' ' || coalesce(email, '')
        || ' ' || coalesce(phone, '') || ' ' || coalesce(regexp_replace(phone, '^[+]44', '0'), ''), NFKD), '[\u0300-\u036f]', '', 'g')), 'łøđı', 'lodi'), '[!-/:-@\[-`{-~‘’“”–—]+', '', 'g'), '\s+'), ''))) STORED;--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_changes" ADD CONSTRAINT "contact_changes_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calls_resident" ON "calls" USING btree ("resident_id","at");--> statement-breakpoint
CREATE INDEX "contact_changes_recipient" ON "contact_changes" USING btree ("recipient_id");--> statement-breakpoint
CREATE INDEX "households_tenancy_key" ON "households" USING btree ("tenancy_key");--> statement-breakpoint
CREATE INDEX "properties_search" ON "properties" USING gin ("search");--> statement-breakpoint
CREATE INDEX "residents_name" ON "residents" USING btree ("name_key","id");--> statement-breakpoint
CREATE INDEX "residents_search" ON "residents" USING gin ("search");