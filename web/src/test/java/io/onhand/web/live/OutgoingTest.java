package io.onhand.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class OutgoingTest {

    private final Outgoing outgoing = new Outgoing();

    @Test
    void moreFramesThanMayWaitAreRefusedAndThereIsRoomAgainOnceOneIsSent() {
        for (int i = 0; i < Outgoing.FRAMES_MAX; i++) {
            assertThat(outgoing.add(Message.ping(i))).isTrue();
        }
        assertThat(outgoing.add(Message.ping(-1))).isFalse();
        assertThat(outgoing.poll()).isEqualTo(Message.ping(0));
        assertThat(outgoing.add(Message.ping(-1))).isTrue();
    }

    @Test
    void moreThanMayWaitIsRefusedHoweverFewFramesItIs() {
        var half = new Message(null, "x".repeat((int) Outgoing.SIZE_MAX / 2));
        assertThat(outgoing.add(half)).isTrue();
        assertThat(outgoing.add(half)).isTrue();
        assertThat(outgoing.add(Message.ping(1))).isFalse();
    }

    @Test
    void whatAClientAskedForWhenItCameBackIsNoSlowness() {
        outgoing.addAsked(Collections.nCopies(Outgoing.FRAMES_MAX * 2, Message.ping(1)));
        assertThat(outgoing.add(Message.ping(2))).isTrue();
    }

    @Test
    void theFarewellDropsWhatWaitsAndTheFirstOneCounts() {
        outgoing.add(Message.ping(1));
        assertThat(outgoing.end(Farewell.TOO_SLOW)).isTrue();
        assertThat(outgoing.end(Farewell.SIGNED_OUT)).isFalse();
        assertThat(outgoing.poll()).isNull();
        assertThat(outgoing.farewell()).isEqualTo(Farewell.TOO_SLOW);
    }
}
