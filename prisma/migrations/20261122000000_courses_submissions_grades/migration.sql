-- CreateEnum
CREATE TYPE "course_role" AS ENUM ('STUDENT', 'INSTRUCTOR');

-- CreateEnum
CREATE TYPE "item_kind" AS ENUM ('LESSON', 'QUIZ', 'EXERCISE');

-- CreateEnum
CREATE TYPE "failure_kind" AS ENUM ('WALL_CLOCK', 'MEMORY', 'INTERNAL');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "email_verified" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("provider","provider_account_id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "hits" INTEGER NOT NULL,
    "window_ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "courses" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "join_code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "courses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrollments" (
    "course_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "course_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "enrollments_pkey" PRIMARY KEY ("course_id","user_id")
);

-- CreateTable
CREATE TABLE "course_items" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "kind" "item_kind" NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "current_version_id" UUID,

    CONSTRAINT "course_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_versions" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "definition" JSON NOT NULL,
    "points_max" DOUBLE PRECISION NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "item_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "drafts" (
    "user_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("user_id","item_id")
);

-- CreateTable
CREATE TABLE "submissions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "started_at" TIMESTAMPTZ(3),
    "graded_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "failure_kind" "failure_kind",
    "failure_detail" TEXT,
    "verdict" JSON,
    "points" DOUBLE PRECISION,
    "points_max" DOUBLE PRECISION,

    CONSTRAINT "submissions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quiz_attempts" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "answers" JSON NOT NULL,
    "results" JSON NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "points_max" DOUBLE PRECISION NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "quiz_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grades" (
    "user_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "points_max" DOUBLE PRECISION NOT NULL,
    "attempts" INTEGER NOT NULL,
    "best_submission_id" UUID,
    "best_attempt_id" UUID,
    "latest_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "grades_pkey" PRIMARY KEY ("item_id","user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE INDEX "rate_limits_window_ends_at_idx" ON "rate_limits"("window_ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "courses_slug_key" ON "courses"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "courses_join_code_key" ON "courses"("join_code");

-- CreateIndex
CREATE INDEX "enrollments_user_id_idx" ON "enrollments"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "course_items_current_version_id_key" ON "course_items"("current_version_id");

-- CreateIndex
CREATE INDEX "course_items_course_id_position_idx" ON "course_items"("course_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "course_items_course_id_kind_slug_key" ON "course_items"("course_id", "kind", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "item_versions_item_id_content_hash_key" ON "item_versions"("item_id", "content_hash");

-- CreateIndex
CREATE UNIQUE INDEX "item_versions_id_item_id_key" ON "item_versions"("id", "item_id");

-- CreateIndex
CREATE INDEX "submissions_user_id_item_id_received_at_idx" ON "submissions"("user_id", "item_id", "received_at");

-- CreateIndex
CREATE INDEX "submissions_item_id_received_at_idx" ON "submissions"("item_id", "received_at");

-- CreateIndex
CREATE INDEX "submissions_version_id_idx" ON "submissions"("version_id");

-- CreateIndex
CREATE INDEX "quiz_attempts_user_id_item_id_submitted_at_idx" ON "quiz_attempts"("user_id", "item_id", "submitted_at");

-- CreateIndex
CREATE INDEX "quiz_attempts_item_id_submitted_at_idx" ON "quiz_attempts"("item_id", "submitted_at");

-- CreateIndex
CREATE INDEX "quiz_attempts_version_id_idx" ON "quiz_attempts"("version_id");

-- CreateIndex
CREATE UNIQUE INDEX "grades_best_submission_id_key" ON "grades"("best_submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "grades_best_attempt_id_key" ON "grades"("best_attempt_id");

-- CreateIndex
CREATE INDEX "grades_user_id_idx" ON "grades"("user_id");

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_items" ADD CONSTRAINT "course_items_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_items" ADD CONSTRAINT "course_items_current_version_id_fkey" FOREIGN KEY ("current_version_id") REFERENCES "item_versions"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "item_versions" ADD CONSTRAINT "item_versions_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "course_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "course_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "course_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_version_id_item_id_fkey" FOREIGN KEY ("version_id", "item_id") REFERENCES "item_versions"("id", "item_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "course_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_version_id_item_id_fkey" FOREIGN KEY ("version_id", "item_id") REFERENCES "item_versions"("id", "item_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "grades" ADD CONSTRAINT "grades_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grades" ADD CONSTRAINT "grades_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "course_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grades" ADD CONSTRAINT "grades_best_submission_id_fkey" FOREIGN KEY ("best_submission_id") REFERENCES "submissions"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "grades" ADD CONSTRAINT "grades_best_attempt_id_fkey" FOREIGN KEY ("best_attempt_id") REFERENCES "quiz_attempts"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;


-- What follows Prisma's schema can't say.

ALTER TABLE "users"
  ADD CONSTRAINT "users_email_lower_case" CHECK ("email" = lower(btrim("email")) AND "email" LIKE '%_@_%'),
  ADD CONSTRAINT "users_name_not_empty" CHECK (btrim("name") <> ''),
  ADD CONSTRAINT "users_session_version_positive" CHECK ("session_version" >= 1);

ALTER TABLE "rate_limits"
  ADD CONSTRAINT "rate_limits_hits_not_negative" CHECK ("hits" >= 0);

ALTER TABLE "courses"
  ADD CONSTRAINT "courses_slug_kebab_case" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "courses_join_code_long" CHECK (length("join_code") >= 8);

ALTER TABLE "course_items"
  ADD CONSTRAINT "course_items_slug_kebab_case" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "course_items_position_not_negative" CHECK ("position" >= 0);

ALTER TABLE "item_versions"
  ADD CONSTRAINT "item_versions_points_max_not_negative" CHECK ("points_max" >= 0);

ALTER TABLE "drafts"
  ADD CONSTRAINT "drafts_source_within_limit" CHECK (octet_length("source") <= 65536),
  ADD CONSTRAINT "drafts_revision_positive" CHECK ("revision" >= 1);

ALTER TABLE "submissions"
  ADD CONSTRAINT "submissions_source_within_limit" CHECK (octet_length("source") <= 65536),
  ADD CONSTRAINT "submissions_graded_or_failed" CHECK (num_nonnulls("graded_at", "failed_at") <= 1),
  ADD CONSTRAINT "submissions_graded_has_verdict"
    CHECK (num_nonnulls("graded_at", "verdict", "points", "points_max") IN (0, 4)),
  ADD CONSTRAINT "submissions_failed_has_failure" CHECK (num_nonnulls("failed_at", "failure_kind", "failure_detail") IN (0, 3)),
  ADD CONSTRAINT "submissions_points_in_range" CHECK ("points" >= 0 AND "points" <= "points_max");

ALTER TABLE "quiz_attempts"
  ADD CONSTRAINT "quiz_attempts_points_in_range" CHECK ("points" >= 0 AND "points" <= "points_max");

ALTER TABLE "grades"
  ADD CONSTRAINT "grades_points_in_range" CHECK ("points" >= 0 AND "points" <= "points_max"),
  ADD CONSTRAINT "grades_attempts_positive" CHECK ("attempts" >= 1),
  ADD CONSTRAINT "grades_one_best" CHECK (num_nonnulls("best_submission_id", "best_attempt_id") = 1);

-- What was published and what was received stays as it was, whatever code of ours comes later.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % keep these columns as they were inserted', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER "item_versions_stay"
  BEFORE UPDATE OF "item_id", "content_hash", "definition", "points_max" ON "item_versions"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "submissions_stay_as_received"
  BEFORE UPDATE OF "user_id", "item_id", "version_id", "source", "received_at" ON "submissions"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
