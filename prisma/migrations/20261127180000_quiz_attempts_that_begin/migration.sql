-- An attempt begins, is saved as it goes, and is submitted or closed by its deadline. Those of before were
-- written when they were submitted: they began then, and keep what they have.
ALTER TABLE "quiz_attempts"
  ADD COLUMN "number" INTEGER,
  ADD COLUMN "started_at" TIMESTAMPTZ(3),
  ADD COLUMN "deadline_at" TIMESTAMPTZ(3),
  ADD COLUMN "instance" JSON,
  ADD COLUMN "hints" JSON NOT NULL DEFAULT '{}',
  ALTER COLUMN "submitted_at" DROP NOT NULL,
  ALTER COLUMN "submitted_at" DROP DEFAULT,
  ALTER COLUMN "results" DROP NOT NULL,
  ALTER COLUMN "points" DROP NOT NULL;

UPDATE "quiz_attempts" AS "attempt" SET
  "started_at" = "attempt"."submitted_at",
  "number" = "numbered"."number"
FROM (
  SELECT "id", row_number() OVER (PARTITION BY "user_id", "item_id" ORDER BY "submitted_at", "id") AS "number"
  FROM "quiz_attempts"
) AS "numbered"
WHERE "numbered"."id" = "attempt"."id";

ALTER TABLE "quiz_attempts"
  ALTER COLUMN "number" SET NOT NULL,
  ALTER COLUMN "started_at" SET NOT NULL,
  ALTER COLUMN "started_at" SET DEFAULT transaction_timestamp();

-- CreateIndex
CREATE UNIQUE INDEX "quiz_attempts_user_id_item_id_number_key" ON "quiz_attempts"("user_id", "item_id", "number");


-- What follows Prisma's schema can't say.

ALTER TABLE "quiz_attempts"
  ADD CONSTRAINT "quiz_attempts_number_positive" CHECK ("number" >= 1),
  ADD CONSTRAINT "quiz_attempts_deadline_after_start" CHECK ("deadline_at" > "started_at"),
  ADD CONSTRAINT "quiz_attempts_submitted_has_results"
    CHECK (num_nonnulls("submitted_at", "results", "points") IN (0, 3)),
  ADD CONSTRAINT "quiz_attempts_open_has_instance" CHECK ("submitted_at" IS NOT NULL OR "instance" IS NOT NULL),
  ADD CONSTRAINT "quiz_attempts_one_open"
    EXCLUDE USING btree ("user_id" WITH =, "item_id" WITH =) WHERE ("submitted_at" IS NULL);

CREATE TRIGGER "quiz_attempts_stay_as_begun"
  BEFORE UPDATE OF "user_id", "item_id", "version_id", "number", "started_at", "deadline_at", "instance" ON "quiz_attempts"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "quiz_attempts_stay_as_submitted"
  BEFORE UPDATE ON "quiz_attempts"
  FOR EACH ROW WHEN (OLD."submitted_at" IS NOT NULL) EXECUTE FUNCTION "refuse_change"();
