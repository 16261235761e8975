import { useCallback, useState } from "react";
import { findStorage, readKept, writeKept } from "./kept.ts";

// Belongs to the device and to nobody: it says nothing about a reader, and stays after signing out.
const keyOf = (storageKey: string) => `${storageKey}-answers-at-once`;

/** Whether answers are shown when they are complete, and not as they come; remembered on this device. */
export function useAtOnce(storageKey: string): [boolean, (atOnce: boolean) => void] {
  const [atOnce, setAtOnce] = useState(() => read(storageKey));
  const choose = useCallback(
    (wanted: boolean) => {
      setAtOnce(wanted);
      writeKept(findStorage("localStorage"), keyOf(storageKey), wanted ? "1" : null);
    },
    [storageKey],
  );
  return [atOnce, choose];
}

const read = (storageKey: string): boolean =>
  readKept(findStorage("localStorage"), keyOf(storageKey)) !== null;
