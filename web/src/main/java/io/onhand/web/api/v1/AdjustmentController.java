package io.onhand.web.api.v1;

import io.onhand.catalog.Variant;
import io.onhand.identity.Permission;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.stock.Account;
import io.onhand.stock.Line;
import io.onhand.stock.MovementType;
import io.onhand.stock.Outcome;
import io.onhand.stock.Posting;
import io.onhand.stock.PostingId;
import io.onhand.stock.StockLedger;
import io.onhand.tenancy.BusinessClock;
import io.onhand.web.api.Answer;
import io.onhand.web.api.AskedPosting;
import io.onhand.web.api.Checked;
import io.onhand.web.api.Code;
import io.onhand.web.api.Faults;
import io.onhand.web.api.v1.PostedAnswer.PostedLine;
import io.onhand.web.security.Needs;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Stock that changed for another reason than trade. */
@RestController
class AdjustmentController {

    private final BodyNames names;
    private final Replays replays;
    private final StockLedger ledger;
    private final BusinessClock clock;

    AdjustmentController(
            BodyNames names, Replays replays, StockLedger ledger, BusinessClock clock) {
        this.names = names;
        this.replays = replays;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What changed, where and why.
     *
     * @param occurredAt when; now if absent
     */
    record Adjustment(
            @Code String location,
            Reason reason,
            @Nullable @Size(max = 2_000) String note,
            @Nullable Instant occurredAt,
            @Size(min = 1, max = Posting.LINES_MAX) List<AdjustmentLine> lines)
            implements Checked {

        @Override
        public void check(Faults faults) {
            BodyNames.refuseRepeats(skus(), faults);
        }

        List<String> skus() {
            return lines.stream().map(AdjustmentLine::sku).toList();
        }
    }

    /**
     * By how much one level changed.
     *
     * @param quantity signed
     */
    record AdjustmentLine(@Code String sku, Quantity quantity) {}

    /** Posts an adjustment. */
    @PostMapping("/api/v1/adjustments")
    @Needs(value = Permission.ADJUST_STOCK, location = Needs.LocationIn.BODY)
    Answer<PostedAnswer> adjust(AskedPosting asked, @RequestBody Adjustment body) {
        var faults = new Faults();
        LocationId location = names.location(asked.caller(), body.location(), faults);
        var before = replays.before(asked);
        if (before.isPresent()) {
            return again(before.get(), body);
        }
        Map<String, Variant> variants = names.variants(body.skus(), faults);
        faults.refuseIfAny();
        Posting posting = posting(asked, body, Objects.requireNonNull(location), variants);
        return switch (ledger.post(posting)) {
            case Outcome.Applied applied ->
                    PostedOutcome.created(
                            applied.posting(), lines(body, applied, variants), applied.detail());
            case Outcome.Duplicate(var id, var cause) -> again(id, body);
            case Outcome other -> throw PostedOutcome.refusal(other);
        };
    }

    private Posting posting(
            AskedPosting asked,
            Adjustment body,
            LocationId location,
            Map<String, Variant> variants) {
        Instant now = clock.now();
        List<Line> lines = new ArrayList<>();
        for (AdjustmentLine line : body.lines()) {
            int no = lines.size() + 1;
            lines.add(
                    new Line.Change(
                            no,
                            String.valueOf(no),
                            location,
                            Objects.requireNonNull(variants.get(line.sku())).id(),
                            Account.ON_HAND,
                            null,
                            line.quantity(),
                            body.reason().word()));
        }
        return new Posting(
                asked.caller().tenant(),
                asked.identity(),
                asked.content(),
                MovementType.ADJUSTMENT,
                false,
                asked.cause(),
                asked.caller().actor(),
                body.occurredAt() == null ? now : body.occurredAt(),
                now,
                0,
                null,
                body.note(),
                null,
                null,
                null,
                lines);
    }

    private Answer<PostedAnswer> again(PostingId id, Adjustment body) {
        Map<String, PostedLine> lines =
                replays.lines(id).stream()
                        .collect(Collectors.toMap(PostedLine::sku, Function.identity()));
        return PostedOutcome.replayed(
                id,
                body.skus().stream()
                        .map(sku -> Objects.requireNonNull(lines.get(sku)).withoutLocation())
                        .toList());
    }

    private static List<PostedLine> lines(
            Adjustment body, Outcome.Applied applied, Map<String, Variant> variants) {
        var levels =
                applied.levels().stream()
                        .collect(
                                Collectors.toMap(Outcome.LevelAfter::variant, Function.identity()));
        return body.skus().stream()
                .map(sku -> line(sku, levels.get(Objects.requireNonNull(variants.get(sku)).id())))
                .toList();
    }

    private static PostedLine line(String sku, Outcome.@Nullable LevelAfter level) {
        if (level == null) {
            throw new IllegalStateException("posted without the level of " + sku);
        }
        return new PostedLine(sku, null, level.now().onHand(), level.version());
    }
}
