/// <reference types="ehcp-qa/global" />

export async function classic(): Promise<number | undefined> {
  await EhcpQa.init();
  // @ts-expect-error A score is from 1 to 4.
  new EhcpQa.Engine().open().score("A", 5);
  return new EhcpQa.Engine().assess({ framework: "shropshire-2023" }).plan.suggested?.worst;
}
