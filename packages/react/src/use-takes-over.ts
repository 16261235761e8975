import { useSyncExternalStore } from "react";

/** Whether this rendering is the server's, or the one that takes it over in the browser. */
export const useTakesOver = (): boolean => useSyncExternalStore(neverChanges, fromNowOn, onTheServer);

const neverChanges = () => () => {};
const fromNowOn = () => false;
const onTheServer = () => true;
