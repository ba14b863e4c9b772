"""The answers that visitors get, kept ready to send, and given again for as long as nothing has changed.

It stands around Django (`config.wsgi`): an answer that holds passes no middleware, no session and no routing.
Each is kept with the state of the content (`publishing.generation`) that was read before it was made, and is given
only to who asks while the content is in that very state. That is asked of the database each time, in one small query:
a change is seen by whoever asks after it, in every process and on every machine, and nobody has to know what follows
from what. Where the database is away, the last good answer is given for a day.
"""

from publishing.response_cache.application import ResponseCache

__all__ = ["ResponseCache"]
