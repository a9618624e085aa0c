package dev.zonal.theorem.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.kernel.layer.CovarianceMaps;
import dev.zonal.kernel.layer.LayerRecursion;
import dev.zonal.kernel.layer.Layers;
import dev.zonal.kernel.layer.NetworkLayer;
import dev.zonal.kernel.layer.SeriesAlgebra;
import dev.zonal.kernel.layer.SeriesSteps;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Networks that are none, whose layers forget what is known. */
class StructureProofTest {
  /** Behind each layer one of two series comes forward; the kernel is one of them. */
  private record Turns(int places) implements LayerRecursion {
    @Override
    public <S> SeriesSteps<S> series(SeriesAlgebra<S> over) {
      return new SeriesSteps<>() {
        @Override
        public List<S> first() {
          S all = over.sum(over.infinite(false), over.infinite(true));
          return places == 1 ? List.of(all) : List.of(all, over.power(1));
        }

        @Override
        public List<S> next(int layer, List<S> state) {
          return places == 1 ? List.of(over.power(1)) : List.of(state.get(1), state.get(0));
        }

        @Override
        public S kernel(List<S> state) {
          return state.get(0);
        }
      };
    }

    @Override
    public NetworkLayer layer() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<String> names() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Parameter> decaying() {
      throw new UnsupportedOperationException();
    }

    @Override
    public <T> Layers<T> over(Arithmetic<T> over, CovarianceMaps<T> maps) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void whatIsForgottenIsNotAssumed() {
    for (int places = 1; places <= 2; places++) {
      assertTrue(StructureProof.of(new Turns(places), 0, OptionalInt.empty()).isEmpty());
      assertTrue(StructureProof.of(new Turns(places), 1, OptionalInt.of(1)).isEmpty());
      StructureProof one = StructureProof.of(new Turns(places), 0, OptionalInt.of(0)).orElseThrow();
      assertEquals(Set.of(0), one.depths().keySet());
      assertTrue(one.induction().isEmpty());
    }
  }
}
