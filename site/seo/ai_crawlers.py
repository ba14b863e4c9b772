"""The names under which AI services ask for pages, as far as they keep to robots.txt.

Each is one that its owner documents; the addresses are theirs. Reviewed in November 2026, beside the list that
https://github.com/ai-robots-txt/ai.robots.txt keeps. Plain search engines are not among them: Googlebot, Bingbot and
Applebot obey other names.
"""

AI_CRAWLERS = (
    # OpenAI: https://platform.openai.com/docs/bots
    "GPTBot",
    "OAI-SearchBot",
    "ChatGPT-User",
    # Anthropic: https://support.anthropic.com/en/articles/8896518
    "ClaudeBot",
    "Claude-SearchBot",
    "Claude-User",
    # Google, for Gemini; no effect on Google's search: https://developers.google.com/crawling/docs/crawlers-fetchers
    "Google-Extended",
    "Google-CloudVertexBot",
    # Apple, for its models; no effect on its search: https://support.apple.com/en-us/119829
    "Applebot-Extended",
    # Perplexity: https://docs.perplexity.ai/guides/bots
    "PerplexityBot",
    "Perplexity-User",
    # Meta: https://developers.facebook.com/docs/sharing/webmasters/web-crawlers
    "meta-externalagent",
    "meta-externalfetcher",
    # Amazon: https://developer.amazon.com/amazonbot
    "Amazonbot",
    # Mistral: https://docs.mistral.ai/robots
    "MistralAI-User",
    # DuckDuckGo, for its answers: https://duckduckgo.com/duckduckgo-help-pages/results/duckassistbot
    "DuckAssistBot",
    # Common Crawl, of which most models are made: https://commoncrawl.org/ccbot
    "CCBot",
    # Cohere: https://cohere.com
    "cohere-training-data-crawler",
    # The Allen Institute: https://allenai.org/crawler
    "AI2Bot",
    # Diffbot: https://docs.diffbot.com
    "Diffbot",
    # ByteDance, which documents nothing; that it obeys is not certain
    "Bytespider",
)
