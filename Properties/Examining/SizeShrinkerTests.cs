using Verification.Properties.Claims;
using Verification.Spec;
using Verification.Spec.Examining;
using Verification.Spec.Verdicts;
using Xunit;

namespace Verification.Properties.Examining;

/// <summary>The search for the smallest sizes, with examinations that are scripted instead of run.</summary>
public sealed class SizeShrinkerTests
{
    [Fact]
    public void EverySizeShrinksAsFarAsItCan()
    {
        var claim = new DiceClaim { Faces = [20, 60], Trials = 50 };
        var smallest = (DiceClaim)SizeShrinker.Shrink(claim, Examined(1), 1e-3, _ => Examined(1)).Claim;
        Assert.Equal(("2", 1), (smallest.Faces.ToString(), smallest.Trials));
    }

    [Fact]
    public void ConstantsThatAreNoSizesStay()
    {
        var claim = new DiceClaim { Above = 17, Probability = 0.25 };
        var smallest = (DiceClaim)SizeShrinker.Shrink(claim, Examined(1), 1e-3, _ => Examined(1)).Claim;
        Assert.Equal((17, 0.25), (smallest.Above, smallest.Probability));
    }

    [Fact]
    public void SizesThatTheHypothesesExcludeArePassedOver()
    {
        var claim = new DiceClaim { Faces = [9] };
        var smallest = (DiceClaim)
            SizeShrinker
                .Shrink(
                    claim,
                    Examined(1),
                    1e-3,
                    candidate =>
                        ((DiceClaim)candidate).Faces[0] < 5
                            ? throw new ArgumentException("Too few faces.", nameof(candidate))
                            : Examined(1))
                .Claim;
        Assert.Equal(5, smallest.Faces[0]);
    }

    [Fact]
    public void OtherFailuresAreNotHidden() =>
        Assert.Throws<InvalidOperationException>(() =>
            SizeShrinker.Shrink(new DiceClaim(), Examined(1), 1e-3, _ => throw new InvalidOperationException("Broken."))
        );

    [Fact]
    public void UndecidedIsNotRefuted()
    {
        var claim = new DiceClaim { Faces = [9] };
        Assert.Equal(
            claim.Faces,
            ((DiceClaim)SizeShrinker.Shrink(claim, Examined(1), 1e-3, _ => Examined(double.NaN)).Claim).Faces);
    }

    [Fact]
    public void TheEvidenceIsThatOfTheSmallestSizes()
    {
        Examined last = Examined(2);
        (Claim smallest, Examined refutation) = SizeShrinker.Shrink(
            new DiceClaim { Faces = [9] },
            Examined(1),
            1e-3,
            candidate => ((DiceClaim)candidate).Faces[0] == 4 ? last : Examined(0));
        Assert.Equal(4, ((DiceClaim)smallest).Faces[0]);
        Assert.Same(last, refutation);
    }

    [Fact]
    public void TheSearchEndsAfterTwoHundredExaminations()
    {
        // Three hundred candidates, none of which is refuted.
        int examinations = 0;
        var claim = new DiceClaim { Faces = [.. Enumerable.Repeat(6, 300)] };
        (Claim smallest, _) = SizeShrinker.Shrink(claim, Examined(1), 1e-3, _ =>
        {
            examinations++;
            return Examined(0);
        });
        Assert.Equal(SizeShrinker.MostExaminations, examinations);
        Assert.Equal(claim.Faces, ((DiceClaim)smallest).Faces);
    }

    [Fact]
    public void TheSearchMakesDoWithFewTrialsWhereTheyRefute()
    {
        var trials = new List<int>();
        var claim = new DiceClaim { Trials = 0, Faces = [9] };
        SizeShrinker.Shrink(claim, Examined(1), 1e-9, candidate =>
        {
            trials.Add(candidate.TrialsAt(1e-9));
            return Examined(1);
        });
        Assert.True(claim.TrialsAt(1e-9) > SizeShrinker.FewTrials[0]);
        Assert.Equal(SizeShrinker.FewTrials[0], trials.Max());
    }

    [Fact]
    public void WhereFewTrialsDoNotRefuteAllOfThemAreSearched()
    {
        var claim = new DiceClaim { Trials = 0, Faces = [9] };
        int all = claim.TrialsAt(1e-9);
        var smallest = (DiceClaim)
            SizeShrinker.Shrink(claim, Examined(1), 1e-9, candidate => Examined(candidate.Trials == all ? 1 : 0)).Claim;
        Assert.Equal(("2", all), (smallest.Faces.ToString(), smallest.Trials));
    }

    [Fact]
    public void AnExaminationOfFewerTrialsThanTheFewKeepsThem()
    {
        var claim = new DiceClaim { Trials = 5, Faces = [9] };
        SizeShrinker.Shrink(claim, Examined(1), 1e-9, candidate =>
        {
            Assert.InRange(candidate.Trials, 1, 5);
            return Examined(0);
        });
    }

    [Fact]
    public void AnInstanceThatOnlyAnotherPartRefutesIsNone()
    {
        var claim = new DiceClaim { Faces = [9] };
        (Claim smallest, Examined refutation) = SizeShrinker.Shrink(
            claim,
            Parts(changed: 1, other: 1),
            1e-3,
            candidate => Parts(changed: ((DiceClaim)candidate).Faces[0] < 5 ? 0 : 2, other: 1));
        Assert.Equal(5, ((DiceClaim)smallest).Faces[0]);
        Assert.Equal(("changed", 2), (refutation.Evidence.Part, ((Certificate)refutation.Evidence).Residual));
    }

    // The other part comes first, as a part of its own does in a claim.
    private static Examined Parts(double changed, double other)
    {
        Evidence all = Evidence.All(
            [Examined(other).Evidence.Named("other"), Examined(changed).Evidence.Named("changed")]);
        return Examined(1) with { Evidence = all.LedBy("changed") };
    }

    private static Examined Examined(double residual)
    {
        var certificate = new Certificate
        {
            Statement = "s",
            Residual = residual,
            Tolerance = 1e-9,
            Resolution = 1e-6,
            Derivation = "d",
            Instances = 1,
        };
        return new(certificate, new Dictionary<string, double>(StringComparer.Ordinal));
    }
}
