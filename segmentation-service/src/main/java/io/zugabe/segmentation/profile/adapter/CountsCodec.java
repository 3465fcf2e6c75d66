package io.zugabe.segmentation.profile.adapter;

import io.zugabe.segmentation.profile.adapter.state.CountsState;
import io.zugabe.segmentation.profile.adapter.state.DayState;
import io.zugabe.segmentation.profile.adapter.state.MonthState;
import io.zugabe.segmentation.profile.domain.Counts;
import io.zugabe.segmentation.profile.domain.Month;
import io.zugabe.segmentation.profile.domain.Profile;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was counted, by month and day, in stored profiles. */
final class CountsCodec {

    private static final int MONTHS = 12;

    private CountsCodec() {}

    static CountsState encode(Counts counts) {
        CountsState.Builder state = CountsState.newBuilder().setPresent(counts.present());
        for (long sum : counts.sums()) {
            state.addSums(sum);
        }
        return state.build();
    }

    static Counts decode(CountsState state) {
        long[] sums = new long[state.getSumsCount()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = state.getSums(i);
        }
        return Counts.of(state.getPresent(), sums);
    }

    static MonthState encode(YearMonth month, Month values) {
        MonthState.Builder state = MonthState.newBuilder()
                .setMonth(month.getYear() * MONTHS + month.getMonthValue() - 1)
                .setCounts(encode(values.counts()))
                .addAllCategories(values.categories());
        Moments.encode(values.firstOrder(), state::setFirstOrder);
        Moments.encode(values.lastOrder(), state::setLastOrder);
        return state.build();
    }

    static SortedMap<YearMonth, Month> months(List<MonthState> states) {
        SortedMap<YearMonth, Month> months = new TreeMap<>(Profile.LATEST_FIRST);
        for (MonthState state : states) {
            Month month = new Month(
                    decode(state.getCounts()),
                    Moments.decode(state.hasFirstOrder(), state.getFirstOrder()),
                    Moments.decode(state.hasLastOrder(), state.getLastOrder()),
                    new TreeSet<>(state.getCategoriesList()));
            months.put(YearMonth.of(state.getMonth() / MONTHS, state.getMonth() % MONTHS + 1), month);
        }
        return months;
    }

    static DayState encode(LocalDate day, Counts counts) {
        return DayState.newBuilder()
                .setDay((int) day.toEpochDay())
                .setCounts(encode(counts))
                .build();
    }

    static SortedMap<LocalDate, Counts> days(List<DayState> states) {
        SortedMap<LocalDate, Counts> days = new TreeMap<>(Profile.LATEST_DAY_FIRST);
        for (DayState state : states) {
            days.put(LocalDate.ofEpochDay(state.getDay()), decode(state.getCounts()));
        }
        return days;
    }
}
