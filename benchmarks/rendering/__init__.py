"""Technical infographics drawn from new prompts, with planted defects and their exact truth: a blind test."""
