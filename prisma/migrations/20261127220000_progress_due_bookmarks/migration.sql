-- The outline is in parts, and says how long things take.
ALTER TABLE "course_items"
  ADD COLUMN "part" TEXT,
  ADD COLUMN "minutes" INTEGER;

-- CreateTable
CREATE TABLE "lesson_progress" (
    "user_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "lesson_progress_pkey" PRIMARY KEY ("item_id","user_id")
);

-- CreateTable
CREATE TABLE "bookmarks" (
    "user_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "bookmarks_pkey" PRIMARY KEY ("user_id","item_id","section")
);

-- CreateIndex
CREATE INDEX "lesson_progress_user_id_idx" ON "lesson_progress"("user_id");

-- CreateIndex
CREATE INDEX "bookmarks_item_id_idx" ON "bookmarks"("item_id");

-- AddForeignKey
ALTER TABLE "lesson_progress" ADD CONSTRAINT "lesson_progress_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_progress" ADD CONSTRAINT "lesson_progress_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "course_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookmarks" ADD CONSTRAINT "bookmarks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookmarks" ADD CONSTRAINT "bookmarks_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "course_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What follows Prisma's schema can't say.

ALTER TABLE "course_items"
  ADD CONSTRAINT "course_items_part_not_empty" CHECK (btrim("part") <> ''),
  ADD CONSTRAINT "course_items_minutes_positive" CHECK ("minutes" > 0);

ALTER TABLE "bookmarks"
  ADD CONSTRAINT "bookmarks_section_short" CHECK (length("section") BETWEEN 1 AND 200),
  ADD CONSTRAINT "bookmarks_heading_short" CHECK (length("heading") BETWEEN 1 AND 200);
