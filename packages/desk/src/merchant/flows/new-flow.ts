/** What a new flow begins with: the shortest one that can be saved, with a place for each part. */
export const NEW_FLOW = `{
  "flow": 1,
  "id": "my-flow",
  "title": { "zh-CN": "做一件事", "en": "doing something" },
  "phrases": { "zh-CN": "帮我做这件事|我要做这件事", "en": "please do this for me" },
  "slots": {
    "what": {
      "type": "text",
      "label": { "zh-CN": "内容", "en": "What" },
      "ask": { "zh-CN": "要做什么？", "en": "What shall be done?" }
    }
  },
  "steps": [
    { "ask": "what" },
    { "person": { "zh-CN": "记下了，这就请人来办：{what}", "en": "I have noted it and bring a person: {what}" } }
  ]
}
`;
