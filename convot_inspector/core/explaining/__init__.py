"""Why a hash does not verify: signs that need no proof, and the words for everything."""
