CREATE TABLE "bands" (
	"id" uuid PRIMARY KEY NOT NULL,
	"field" text NOT NULL,
	"from_date" date NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "equality_offers" (
	"invitation_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "landlord" ADD COLUMN "equality_questions" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "landlord" ADD COLUMN "equality_basis" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "landlord" ADD COLUMN "equality_basis_by" text;--> statement-breakpoint
ALTER TABLE "landlord" ADD COLUMN "equality_basis_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "sees_profiles" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "equality_offers" ADD CONSTRAINT "equality_offers_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bands_field" ON "bands" USING btree ("field","from_date");