"""The tours: what is pressed, and what must be heard. To add one, add a `Tour` with its steps, one a line.

A step is written as `steps` explains. Readers that follow the cursor are held to every check. Readers of the stream
repeat whatever is drawn anew, so in the full screen only `=>` and `=0` count for them; in line mode all checks count.
The transcripts are kept in `transcripts/`: write them anew with HANDBOOK_GOLDEN=write, and read them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tour:
    """A way through the handbook."""

    name: str
    steps: str
    line_mode: bool = False
    reader_layout: bool = True
    """Whether the full screen is laid out for speech and braille."""

    def lines(self) -> list[str]:
        """The steps."""
        return [line.strip() for line in self.steps.strip().splitlines()]


SCREENS: tuple[Tour, ...] = (
    Tour("browse", """
        start => Handbook: all entries => Calmers: Daily tablets => Press slash to search
        Down => Walking: You walk with a therapist =! Calmers|Low mood|Alder =< 20
        Down => Low mood: You feel down =! Walking =< 12
        Up => Walking =! Low mood =< 20
        i => Therapies, 1 of 1: Walking therapy =< 8
        wait 3 =0
        PageDown => Elm walk =! Calmers
        PageUp => Calmers =! Elm
        End => Messenger =! Calmers
        Home => Calmers =! Messenger
        6 => Handbook: tips => 34 entries =! Calmers
        Down => Ash walk =! Alder|Aspen =< 10
        Enter => Walk to the ash and back
        Backspace => Ash walk
        0 => all entries
        q
    """),
    Tour("search", """
        start => Handbook
        / => Type words to search =< 10
        type calmor =! Calmers
        Enter => Calmers: medication =! Walking therapy
        Enter => Calming tablets (calmers) => Get help now
        Backspace => Calmers
        q
    """),
    Tour("correction", """
        start => Handbook
        /
        type wlaking
        Enter => Showing results for => Walking
        u => Nothing found
        q
    """),
    Tour("entry", """
        start => Handbook
        Enter => Calming tablets => Get help now => Thoughts of ending your life
        ] => Section 1 of
        ] => Section 2 of => In short =< 40
        Down =! Get help now
        i => Section 2 of => Page 1 of
        [ => In short
        c => Marked Calmers =< 16
        t => No term of this section
        ] => Does it help
        t => Messenger: A substance => Term 1 of 1
        wait 3 =0
        Backspace => Calmers
        q
    """),
    Tour("outline", """
        start => Handbook
        Enter => Calming tablets
        o => Which section? => Get help now
        Down => In short =! Get help now =< 8
        Down => Does it help? =! In short =< 8
        Enter => How does it work
        o => Which section?
        Backspace => Does it help
        o => Which section?
        type cost
        Enter => Cheap with insurance
        q
    """),
    Tour("links", """
        start => Handbook
        Down
        Down => Low mood
        Enter => You feel down most days
        Tab => Link 1 of =! Link 2
        Tab => Link 2 of
        l => links are numbered
        1 => Walking therapy
        Backspace => Low mood
        q
    """),
    Tour("find", """
        start => Handbook
        Enter => Calming tablets
        f => Find on this page =< 12
        type weeks => Find: weeks
        Enter => Match 1 of
        n => Match 2 of
        N => Match 1 of
        q
    """),
    Tour("comparison", """
        start => Handbook
        c => Marked Calmers
        Down => Walking
        c => Press v to compare Calmers and Walking
        v => Calmers compared with walking, in general
        ] => Row 1 of
        ] => Row 2 of
        w => Waiting
        F => For which condition? => Low mood
        Enter => for low mood
        a => Row
        i => Page 1 of
        d
        x => Walking compared with calmers
        ! => Help in a crisis => 988
        Backspace => compared with
        q
    """),
    Tour("first-choices", """
        start => Handbook
        Down
        Down => Low mood
        v => Walking compared with calmers, for low mood
        q
    """),
    Tour("crisis", """
        start => Handbook
        ! => Help in a crisis => Get help now => 911 => 988
        Down =! Help in a crisis
        wait 3 =0
        Backspace => Calmers
        q
    """),
    Tour("help", """
        start => Handbook
        ? => Keys of the screen you came from => Where to get help now
        ] => Section 1 of
        Backspace => Calmers
        : => Which command? => crisis: Where to get help now
        Down => search: Search by name =! crisis
        type where => where am I =! crisis
        Enter => Medications, 1 of 1
        g => Go to which entry?
        type walk
        Down => Alder walk =! Walking =< 12
        Enter => Walk to the alder => It has 3 sections =! It has 4 sections
        q
    """),
    Tour("shelf", """
        start => Handbook
        m => Bookmarked Calmers =< 16
        M => Calmers => Your shelf
        Backspace => Calmers
        , => Settings => Colors: dark
        Down => Region =! Colors =< 24
        Backspace => Calmers
        q
    """),
    Tour("decision", """
        start => Handbook
        Down
        Down => Low mood
        D => For which age?
        Enter => Deciding about low mood
        ] => Section
        Backspace => Low mood
        L => Timeline
        Backspace => Low mood
        q
    """),
    Tour("usual-layout", """
        start => Handbook: all entries => Calmers => crisis
        Down => Walking =! Messenger|Alder =< 40
        Enter => Walking therapy => You walk with a therapist
        wait 3 =0
        ! => 911
        q
    """, reader_layout=False),
)  # fmt: skip

CONVERSATIONS: tuple[Tour, ...] = (
    Tour("line", """
        start => Handbook, line mode (asked for by --screen-reader) => In danger? Type !
        line calmor => 1 found. Enter opens it => Calming tablets (calmers), medication =! Menu =< 24
        line => Section 1 of => Get help now => Thoughts of ending your life =! Section 2 =< 40
        line => Section 2 of => In short => Daily tablets =! Section 3
        line i => section 2 of =< 20
        line n => Section 3 of
        line p => Section 2 of
        line 7 => no list to choose from =< 30
        line o => Calming tablets (calmers): => 1. Get help now
        line 3 => Section 3 of
        line l => 1. messengers
        line 1 => Messenger. Term => carries signals
        line b => Section 3 of
        line t => Messenger: A substance that carries signals
        line f weeks => In => 1.
        line c => is marked. 1 marked
        line g walking => Walking therapy
        line c => 2 marked. v compares
        line v => Calmers compared with walking => Row 1 of 14: In short. => Calmers: Daily tablets => Walking: You walk
        line => Row 2 of 14 =! Row 3
        line for low-mood => for low mood => Row 2 of 14
        line wait => waiting => Row 2 of 14
        line for => For which condition? => Low mood, recorded for all
        line b => Row 2 of 14
        line ! => Help in a crisis => 911 => 988 => You are still here: => row 2 of 14
        line qqqq => Nothing found for: qqqq => ! for help in a crisis =< 30
        line x => There is no command x =< 30
        line 99 => no list =< 30
        line m => Menu. => 1. Medications, 1
        line 4 => Tips. 34 entries => 20. => 20 of 34. Type more
        line more => 21. => 34 of 34. That is all
        line ? => Type words to search => Type commands for all words =< 100
        wait 3 =0
        line q => Goodbye =< 10
    """, line_mode=True),
    Tour("line-own", """
        start => Handbook, line mode
        line g walking => Walking therapy
        line note ask on Monday => Noted on Walking therapy, In short =< 20
        line bookmark => Bookmarked Walking therapy =< 16
        line bookmarks => 1 bookmark => 1. Walking therapy
        line settings => Settings. A number leads => 1. Colors: dark => 4. Text width: 75
        line 5 => Spacing: normal => 1. normal => 2. wide
        line decide low-mood => Deciding about low mood => Section 1 of => Type pick to say
        line n => Section 2 of
        line pick cost => What matters: What does it cost? =< 30
        line i => section 2 of =< 24
        line timeline calmers => Timeline: Calmers, in general => Section 1 of
        line b => Deciding about low mood => Section 2 of
        wait 3 =0
        line q => Goodbye =< 10
    """, line_mode=True),
)  # fmt: skip

BY_CURSOR: tuple[Tour, ...] = (
    Tour("cursor-list", """
        start
        Down => Walking: You walk with a therapist =! Calmers|Low mood =< 20
        Down => Low mood: You feel down =! Walking =< 12
        Up => Walking =! Low mood =< 20
        i => Therapies, 1 of 1: Walking therapy =! Low mood =< 8
        wait 3 =0
        c => Marked Walking
        Down => Low mood =! Walking
        6 => Alder walk
        Down => Ash walk =! Alder|Aspen =< 10
        Enter => Ash walk
        Backspace => Ash walk
        0 => Ash walk
        / => Type words to search
        type calmor
        Enter => Calmers: medication =! Walking
        Enter => Calming tablets
        Backspace => Calmers
        /
        type qqqq
        Enter => Nothing found
        q
    """),
    Tour("cursor-page", """
        start
        Enter => Calming tablets
        ] => Get help now
        ] => In short =! Does it help
        Down => Daily tablets for low mood =! Get help now
        i => Section 2 of => Page 1 of
        [
        c => Marked Calmers =< 16
        t => No term of this section
        o => Which section
        Down
        Enter
        f => Find on this page
        type weeks
        Enter
        Enter
        ! => Help in a crisis
        Down => Get help now =! In a crisis
        Backspace
        ? => Help
        q
    """),
    Tour("cursor-comparison", """
        start
        c => Marked Calmers
        Down => Walking
        c => Press v to compare
        v => Calmers compared with walking
        ] => In short
        ] => What is it used for
        i => Row 2 of
        F => Low mood
        Enter => What is it used for
        q
    """),
)
"""Tours for readers that say only what the cursor comes to."""

BRAILLE: tuple[Tour, ...] = (
    Tour("braille-line", """
        start => Words, number, m or q
        @up => or q to quit
        line calmor => Next
        @up => 1. Calming tablets (calmers), medication
        @up => 1 found. Enter opens it
        line
        @up => Thoughts of ending your life
        @up => Section 1 of
        line c
        @up => compares
        line qqqq
        @up => help in a crisis
        wait 3 =0
        line q
    """, line_mode=True),
)
"""In line mode the cursor waits in the prompt, so a braille display shows the answer line by line with its own keys."""

TOURS: dict[str, Tour] = {tour.name: tour for tour in (*SCREENS, *CONVERSATIONS, *BY_CURSOR, *BRAILLE)}
SHORT = ("browse", "search", "entry")
"""Tours short and telling enough for the slow readers that hear changes."""
