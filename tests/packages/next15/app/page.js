"use client";

import "leadership-audit";

export default function Page() {
  return <leadership-audit />;
}
