package io.onhand.admin.stock;

import io.onhand.stock.Movement;
import io.onhand.stock.Posted;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lays out the movements of a level for people. */
@Component
class Tapes {

    private final SenderNames senders;
    private final Words words;

    Tapes(SenderNames senders, Words words) {
        this.senders = senders;
        this.words = words;
    }

    Tape tape(NamesOfLevel.Named level, List<Movement> movements, List<Posted.Repeat> repeats) {
        var time = level.time();
        var say = new MovementWords(words, time, senders.of(movements));
        return new TapeLayout(words, say, time, movements, repeats)
                .tape(movements, time.date(level.now()));
    }
}
