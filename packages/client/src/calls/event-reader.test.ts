import { expect, test } from "vitest";
import { createEventReader } from "./event-reader.ts";

const whole = (text: string) => createEventReader()(text);

test("an event is its data, with its id where it has one", () => {
  expect(whole('id: 12\ndata: {"type":"start"}\n\ndata:[DONE]\n\n')).toEqual([
    { data: '{"type":"start"}', id: "12" },
    { data: "[DONE]" },
  ]);
});

test("lines end in any of the three ways, and a colon in a value is the value's", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    expect(whole(`data: a: b${end}${end}data: c${end}${end}data: d`)).toEqual([
      { data: "a: b" },
      // A carriage return at the very end may be half of a line's end.
      { data: "c" },
    ]);
  }
});

test("what other standards take for the end of a line is none", () => {
  expect(whole("data: one\u2028two\u0085three\n\n")).toEqual([{ data: "one\u2028two\u0085three" }]);
});

test("several lines of data are one text; one space after the colon is no part of it", () => {
  expect(whole("data: one\ndata:\ndata:  three\n\n")).toEqual([{ data: "one\n\n three" }]);
});

test("comments, other fields, and events without data are passed over", () => {
  expect(whole(": keep-alive\n\nevent: ping\nid: 1\n\nretry: 5\ndata: x\n\n")).toEqual([{ data: "x" }]);
});

test("a stream may be cut anywhere", () => {
  const text = 'id: 1\r\ndata: {"delta":"Bücher"}\r\n\r\n: hm\r\n\r\ndata: [DONE]\r\n\r\n';
  for (let cut = 1; cut < text.length; cut++) {
    const read = createEventReader();
    const events = [...read(text.slice(0, cut)), ...read(text.slice(cut))];
    expect(events).toEqual([{ data: '{"delta":"Bücher"}', id: "1" }, { data: "[DONE]" }]);
  }
  const read = createEventReader();
  expect([...text].flatMap(read)).toHaveLength(2);
});
