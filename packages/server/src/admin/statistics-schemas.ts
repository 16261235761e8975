import { z } from "@hono/zod-openapi";

const date = z.iso.date().openapi({ description: "A day in UTC.", example: "2026-11-21" });
const number = z.int();

const dayNumbersSchema = z.object({
  signUps: number.openapi({ description: "Accounts that came to be, guests that became one among them." }),
  guests: number.openapi({ description: "Guests that came to be." }),
  activeDay: number.openapi({ description: "Accounts that were here on this day." }),
  activeWeek: number.openapi({ description: "On this day or one of the 6 before it." }),
  activeMonth: number.openapi({ description: "On this day or one of the 29 before it." }),
  signIns: number,
  signInFailures: number,
  questions: number,
  unanswered: number.openapi({
    description: "Answers that failed, or found nothing in the book to rest on.",
  }),
});

export type DayNumbers = z.infer<typeof dayNumbersSchema>;

const statisticsDaySchema = dayNumbersSchema
  .extend({ date, complete: z.boolean().openapi({ description: "`false` for today, which goes on." }) })
  .openapi("StatisticsDay");

export const statisticsSchema = z
  .object({
    items: z.array(statisticsDaySchema).openapi({
      description: "Oldest first. A day on which the server did not count is left out.",
    }),
    nextCursor: z.null(),
    waiting: z
      .object({ openReports: number, queuedLetters: number, failedLetters: number })
      .openapi({ description: "At the moment." }),
  })
  .openapi("Statistics");

export type Statistics = z.infer<typeof statisticsSchema>;

export const statisticsQuerySchema = z.object({
  from: date.optional().openapi({ description: "The first day; 29 days before `to` unless said." }),
  to: date.optional().openapi({ description: "The last day; today unless said." }),
});

export const exampleStatistics: Statistics = {
  items: [
    {
      date: "2026-11-21",
      complete: false,
      signUps: 12,
      guests: 140,
      activeDay: 86,
      activeWeek: 310,
      activeMonth: 742,
      signIns: 57,
      signInFailures: 9,
      questions: 403,
      unanswered: 21,
    },
  ],
  nextCursor: null,
  waiting: { openReports: 2, queuedLetters: 0, failedLetters: 1 },
};
