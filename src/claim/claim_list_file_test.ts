// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { text_of_file } from "./claim_list_file";

const file = (...bytes: number[]) => new Blob([new Uint8Array(bytes)]);

describe("a file's text", () => {
  it("is UTF-8, with or without the mark of it", async () => {
    expect(await text_of_file(new Blob(["Müller\tZürich"]))).toBe("Müller\tZürich");
    expect(await text_of_file(file(0xef, 0xbb, 0xbf, 0x49, 0x44))).toBe("ID");
  });
  it("is what Windows writes where it is no UTF-8", async () => {
    expect(await text_of_file(file(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72))).toBe("Müller");
  });
  it("is UTF-16 where it says so", async () => {
    expect(await text_of_file(file(0xff, 0xfe, 0x49, 0x00, 0x44, 0x00))).toBe("ID");
  });
});
