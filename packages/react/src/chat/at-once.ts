import { useCallback, useState } from "react";

// Belongs to the device and to nobody: it says nothing about a reader, and stays after signing out.
const keyOf = (storageKey: string) => `${storageKey}-answers-at-once`;

/** Whether answers are shown when they are complete, and not as they come; remembered on this device. */
export function useAtOnce(storageKey: string): [boolean, (atOnce: boolean) => void] {
  const [atOnce, setAtOnce] = useState(() => read(storageKey));
  const choose = useCallback(
    (wanted: boolean) => {
      setAtOnce(wanted);
      try {
        if (wanted) localStorage.setItem(keyOf(storageKey), "1");
        else localStorage.removeItem(keyOf(storageKey));
      } catch {
        // Then it counts for this visit.
      }
    },
    [storageKey],
  );
  return [atOnce, choose];
}

function read(storageKey: string): boolean {
  try {
    return localStorage.getItem(keyOf(storageKey)) !== null;
  } catch {
    return false;
  }
}
