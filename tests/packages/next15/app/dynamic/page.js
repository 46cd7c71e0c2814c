"use client";

import { useEffect } from "react";

export default function Page() {
  useEffect(() => {
    import("leadership-audit");
  }, []);
  return <leadership-audit />;
}
