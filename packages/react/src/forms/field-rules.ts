/** What a field must hold before anything is sent. The server judges; this spares the reader a round trip. */
export type FieldRule = (input: HTMLInputElement) => string | null;

/** @returns the code of what is wrong with the address */
export const emailRule: FieldRule = ({ value, validity }) => {
  if (value.trim() === "") return "field-required";
  return validity.typeMismatch ? "email-invalid" : null;
};

export const requiredRule: FieldRule = ({ value }) => (value === "" ? "field-required" : null);

export const nameRule: FieldRule = ({ value }) => {
  if (value.trim() === "") return "name-required";
  return [...value].length > 80 ? "name-too-long" : null;
};

/** Counts as the server does: code points of the NFKC form. */
export const newPasswordRule =
  (minimum: number): FieldRule =>
  ({ value }) => {
    const length = [...value.normalize("NFKC")].length;
    if (length > 256) return "password-too-long";
    return length < minimum ? "password-too-short" : null;
  };

/** @param digits - how many the code has */
export const codeRule =
  (digits: number): FieldRule =>
  ({ value }) => {
    const code = readCode(value);
    return code.length === digits && /^\d+$/.test(code) ? null : "value-invalid";
  };

/** Managers and readers may bring spaces along. */
export const readCode = (value: string): string => value.replace(/[\s-]/g, "");
