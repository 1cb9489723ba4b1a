/** One process that becomes two. */
export function BrandMark() {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      className="size-6 text-accent"
      fill="none"
      stroke="currentColor"
    >
      <path
        d="M12 6.5v3.2c0 3.6-6 2.6-6 7.3M12 9.7c0 3.6 6 2.6 6 7.3"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <circle cx="12" cy="4.5" r="2.5" fill="currentColor" stroke="none" />
      <circle cx="6" cy="19.3" r="2.5" fill="currentColor" stroke="none" />
      <circle cx="18" cy="19.3" r="2" strokeWidth="1.5" />
    </svg>
  );
}
