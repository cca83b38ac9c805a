"""What a draft says about the review itself: its purpose, the family's part, other processes.

Reports say these things in many words, so sentences are read by the classes of words that meet in
them (`vocabulary/about_review.tsv`): a word for the review, one for a purpose and one for learning
say that the purpose of the review is to learn, in whatever order. Quotations are left aside.
"""

from .family import Part, family_part
from .processes import other_processes, says_effect
from .purpose import says_purpose
from .whole import is_whole, tells_of_people, where_it_stands

__all__ = [
    "Part",
    "family_part",
    "is_whole",
    "other_processes",
    "says_effect",
    "says_purpose",
    "tells_of_people",
    "where_it_stands",
]
