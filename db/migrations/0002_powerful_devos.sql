CREATE TABLE "cell_asks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"wave_id" uuid NOT NULL,
	"cells" jsonb NOT NULL,
	"how" text NOT NULL,
	"wanted" integer NOT NULL,
	"asked" integer NOT NULL,
	"seed" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wave_bills" (
	"wave_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"pence" numeric NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "wave_bills_wave_id_channel_pk" PRIMARY KEY("wave_id","channel")
);
--> statement-breakpoint
CREATE TABLE "prize_draws" (
	"wave_id" uuid PRIMARY KEY NOT NULL,
	"prize" text NOT NULL,
	"terms" text DEFAULT '' NOT NULL,
	"winners" integer NOT NULL,
	"reserves" integer NOT NULL,
	"closes_on" date NOT NULL,
	"seed" text NOT NULL,
	"seal" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"drawn_at" timestamp with time zone,
	"drawn_by" text,
	"entrants" integer,
	"list_hash" text
);
--> statement-breakpoint
CREATE TABLE "prize_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"wave_id" uuid NOT NULL,
	"resident_id" uuid,
	"way" text NOT NULL,
	"out_reason" text,
	"entered_on" date NOT NULL,
	"entered_by" text,
	"place" integer,
	"role" text,
	"told_at" timestamp with time zone,
	"recipient_id" uuid,
	"missed_at" timestamp with time zone,
	"missed_why" text,
	"missed_by" text,
	CONSTRAINT "prize_entry" UNIQUE("wave_id","resident_id")
);
--> statement-breakpoint
ALTER TABLE "cell_asks" ADD CONSTRAINT "cell_asks_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_bills" ADD CONSTRAINT "wave_bills_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prize_draws" ADD CONSTRAINT "prize_draws_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prize_entries" ADD CONSTRAINT "prize_entries_wave_id_prize_draws_wave_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."prize_draws"("wave_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prize_entries" ADD CONSTRAINT "prize_entries_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prize_entries" ADD CONSTRAINT "prize_entries_recipient_id_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."recipients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "prize_entries_resident" ON "prize_entries" USING btree ("resident_id");