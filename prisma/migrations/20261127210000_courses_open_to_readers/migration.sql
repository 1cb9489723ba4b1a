-- A course may be open to readers: whoever comes by reads its lessons, without an account.
ALTER TABLE "courses" ADD COLUMN "is_open" BOOLEAN NOT NULL DEFAULT false;

-- What is in the demonstration course is in the repository, for anyone to read; its instructor can close it.
UPDATE "courses" SET "is_open" = true WHERE "slug" = 'os-processes';
