import { type DeliveryError, toDeliveryError } from "../errors.ts";
import type { MailTransport } from "../transport.ts";

/** So often an attempt whose end nobody knows is made again at the same place, where it is known as the same letter. */
const patientAttempts = 3;

/**
 * Tries several transports, one after the other. The next one is asked when one does not take a letter; not when the
 * recipient is at fault, and at first not when the letter may have gone out all the same.
 *
 * @param transports - at least one
 */
export function inOrder(transports: readonly [MailTransport, ...MailTransport[]]): MailTransport {
  const [first, ...others] = transports;
  return {
    async send(letter) {
      const passedOver: DeliveryError[] = [];
      for (const transport of [first, ...others]) {
        try {
          const receipt = await transport.send(letter);
          return passedOver.length > 0 ? { ...receipt, passedOver } : receipt;
        } catch (thrown) {
          const error = toDeliveryError(thrown);
          if (error.blame === "recipient") throw error;
          if (error.uncertain && letter.attempt < patientAttempts) throw error;
          passedOver.push(error);
        }
      }
      // A way that is closed opens again; a letter that is not taken somewhere stays so.
      throw passedOver.find(({ blame }) => blame === "way") ?? passedOver[0];
    },
    async close() {
      for (const transport of transports) await transport.close();
    },
  };
}
